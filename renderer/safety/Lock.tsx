import { Button, NumberInput, Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask } from '../ask';
import { useKeys } from '../player/useKeys';
import { SettingRow } from '../SettingRow';
import { useSettings } from '../settings/useSettings';
import { turnTo } from '../vault/turnTo';
import { lockByHand } from '../vault/useLockKey';
import { useWords } from '../words/words';
import { ChangePassphrase } from './ChangePassphrase';
import { NewCode } from './NewCode';
import { Part } from './Part';

/** The lock of this library: when it locks, and what opens it. */
export function Lock({ folder }: { folder: string }) {
  const { t } = useWords();
  const { settings, save } = useSettings();
  const { withKey } = useKeys();
  const after = useId();
  const [dialog, setDialog] = useState<'passphrase' | 'code'>();
  const [changed, setChanged] = useState<'passphrase' | 'code'>();
  const close = () => setDialog(undefined);
  const done = () => {
    close();
    setChanged(dialog);
  };
  return (
    <Part part="lock">
      <SettingRow label={t('lock.byHand')} hint={t('lock.byHandHint')}>
        <Button variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={lockByHand}>
          {withKey(t('lock.now'), 'lockLibrary')}
        </Button>
      </SettingRow>
      <SettingRow label={t('lock.after')} hint={t('lock.afterHint')} field={after}>
        <NumberInput
          id={after}
          aria-describedby={`${after}-hint`}
          w={110}
          suffix=" min"
          min={0}
          max={120}
          step={5}
          allowDecimal={false}
          clampBehavior="strict"
          value={settings.lockAfterMinutes}
          onChange={(value) => typeof value === 'number' && save({ lockAfterMinutes: value })}
        />
      </SettingRow>
      <SettingRow
        label={t('lock.passphrase')}
        hint={t('lock.passphraseHint')}
        said={changed === 'passphrase' ? t('lock.passphraseChanged') : undefined}
      >
        <Button variant="default" onClick={() => setDialog('passphrase')}>
          {t('lock.changePassphrase')}
        </Button>
      </SettingRow>
      <SettingRow
        label={t('lock.code')}
        hint={t('lock.codeHint')}
        said={changed === 'code' ? t('lock.codeChanged') : undefined}
      >
        <Button variant="default" onClick={() => setDialog('code')}>
          {t('lock.newCode')}
        </Button>
      </SettingRow>
      <Keychain />
      <SettingRow label={t('lock.otherLibrary')} hint={t('lock.otherHint')}>
        <Button variant="default" onClick={() => void turnTo(undefined)}>
          {t('lock.other')}
        </Button>
      </SettingRow>
      {dialog === 'passphrase' && <ChangePassphrase close={close} done={done} />}
      {dialog === 'code' && <NewCode folder={folder} close={close} done={done} />}
    </Part>
  );
}

/** Whether the machine's keychain may open the library; where there is none, that is said. */
function Keychain() {
  const { t } = useWords();
  const field = useId();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['keychain'], queryFn: () => ask('keychain') });
  const use = useMutation({
    mutationFn: (on: boolean) => ask('useKeychain', on),
    onSuccess: (now) => queries.setQueryData(['keychain'], now),
  });
  if (data?.available === false) {
    return (
      <SettingRow label={t('lock.keychain')} hint={t('lock.noKeychain')}>
        {null}
      </SettingRow>
    );
  }
  return (
    <SettingRow label={t('vault.useKeychain')} hint={t('vault.useKeychainHint')} field={field}>
      <Switch
        id={field}
        aria-describedby={`${field}-hint`}
        checked={data?.kept ?? false}
        disabled={data === undefined || use.isPending}
        error={use.data !== undefined && use.variables !== use.data.kept && t('lock.keychainRefused')}
        onChange={({ currentTarget }) => use.mutate(currentTarget.checked)}
      />
    </SettingRow>
  );
}
