import { Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useKeys } from '../player/useKeys';
import { useSettings } from '../settings/useSettings';
import { turnTo } from '../vault/turnTo';
import { lockByHand } from '../vault/useLockKey';
import { useWords } from '../words/words';
import { ChangePassphrase } from './ChangePassphrase';
import { NewCode } from './NewCode';

/** The lock of this library: when it locks, and what opens it. */
export function Lock({ folder }: { folder: string }) {
  const { t } = useWords();
  const { settings, save } = useSettings();
  const { withKey } = useKeys();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'passphrase' | 'code'>();
  const [said, setSaid] = useState<'passphraseChanged' | 'codeChanged'>();
  const keychain = useQuery({ queryKey: ['keychain'], queryFn: () => ask('keychain') });
  const use = useMutation({
    mutationFn: (on: boolean) => ask('useKeychain', on),
    onSuccess: (now) => queries.setQueryData(['keychain'], now),
  });
  const close = () => setDialog(undefined);
  return (
    <section className="card" aria-labelledby="lock">
      <h2 id="lock">{t('lock.title')}</h2>
      <Stack gap="lg">
        <Group gap="xs">
          <Button leftSection={<IconLock size={16} aria-hidden />} onClick={lockByHand}>
            {withKey(t('lock.now'), 'lockLibrary')}
          </Button>
          <Button variant="default" onClick={() => void turnTo(undefined)}>
            {t('lock.other')}
          </Button>
        </Group>
        <NumberInput
          w={320}
          label={t('lock.after')}
          description={t('lock.afterHint')}
          suffix=" min"
          min={0}
          max={120}
          step={5}
          allowDecimal={false}
          clampBehavior="strict"
          value={settings.lockAfterMinutes}
          onChange={(value) => typeof value === 'number' && save({ lockAfterMinutes: value })}
        />
        <div>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDialog('passphrase')}>
              {t('lock.changePassphrase')}
            </Button>
            <Button variant="default" onClick={() => setDialog('code')}>
              {t('lock.newCode')}
            </Button>
          </Group>
          <Text mt="xs" c="dimmed" role="status">
            {t(`lock.${said ?? 'codeHint'}`)}
          </Text>
        </div>
        {keychain.data?.available === false ? (
          <Text c="dimmed">{t('lock.noKeychain')}</Text>
        ) : (
          <Switch
            label={t('vault.useKeychain')}
            description={t('vault.useKeychainHint')}
            checked={keychain.data?.kept ?? false}
            disabled={keychain.data === undefined || use.isPending}
            error={use.data !== undefined && use.variables !== use.data.kept && t('lock.keychainRefused')}
            onChange={({ currentTarget }) => use.mutate(currentTarget.checked)}
          />
        )}
      </Stack>
      {dialog === 'passphrase' && (
        <ChangePassphrase
          close={close}
          done={() => {
            close();
            setSaid('passphraseChanged');
          }}
        />
      )}
      {dialog === 'code' && (
        <NewCode
          folder={folder}
          close={close}
          done={() => {
            close();
            setSaid('codeChanged');
          }}
        />
      )}
    </section>
  );
}
