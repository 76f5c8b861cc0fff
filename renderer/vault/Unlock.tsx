import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LibraryState, Secret } from '../../preload/api';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { CapsLockHint, useCapsLock } from './CapsLock';
import { Folder } from './Folder';
import { Gate } from './Gate';
import { turnTo } from './turnTo';
import styles from './Unlock.module.css';
import { useCountdown } from './useCountdown';

/** Everybody may know it: nothing in the demo is private. */
const demoPassphrase = 'fem stoler i ring';

const likeACode = Array(6).fill('XXXXX').join('-');

type Props = {
  library: Extract<LibraryState, { state: 'locked' }>;
  demo: boolean;
  enter: () => void;
};

/** The lock of a library. */
export function Unlock({ library, demo, enter }: Props) {
  const { t } = useWords();
  const [by, setBy] = useState<'passphrase' | 'recoveryCode' | 'keychain'>(
    library.keychain ? 'keychain' : 'passphrase',
  );
  const [passphrase, setPassphrase] = useState(demo ? demoPassphrase : '');
  const [code, setCode] = useState('');
  const [shown, setShown] = useState(false);
  const caps = useCapsLock();
  const field = useRef<HTMLInputElement>(null);
  const unlock = useMutation({
    mutationFn: (secret: Secret) => ask('unlock', secret),
    onSuccess: ({ outcome }, secret) => {
      if ('keychain' in secret && outcome === 'wrong') setBy('passphrase');
      // The next one is typed in its place.
      else if (outcome === 'wrong') field.current?.select();
      else if (!(outcome === 'gone' && 'recoveryCode' in secret)) enter();
    },
  });
  const { mutate, data, variables } = unlock;
  useEffect(() => {
    if (library.keychain) mutate({ keychain: true });
  }, [library.keychain, mutate]);

  const typed = variables !== undefined && by in variables ? data : undefined;
  const seconds = useCountdown(
    typed?.outcome === 'wrong' ? typed : { waitMs: by === 'passphrase' ? library.waitMs : 0 },
    data,
  );
  const wrong = typed?.outcome === 'wrong' ? (by === 'passphrase' ? 'wrong' : 'wrongCode') : undefined;
  const why = typed?.outcome === 'gone' ? t('vault.noCode') : wrong && t(`vault.${wrong}`);
  const secret = by === 'recoveryCode' ? code : passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret === '' || seconds > 0 || unlock.isPending || by === 'keychain') return;
    mutate(by === 'recoveryCode' ? { recoveryCode: code } : { passphrase });
  };
  const turn = (way: typeof by) => () => {
    setBy(way);
    unlock.reset();
  };
  const other = (
    <Button variant="subtle" onClick={() => void turnTo(undefined).then(enter)}>
      {t('vault.other')}
    </Button>
  );

  if (by === 'keychain') {
    return (
      <Gate title={t('vault.locked')}>
        <Stack gap="md" mt="md">
          <Folder folder={library.folder} />
          <Text role="status">{t('vault.byKeychain')}</Text>
          <div className={styles.ways}>
            <Button variant="subtle" onClick={turn('passphrase')}>
              {t('vault.withPassphrase')}
            </Button>
            {other}
          </div>
        </Stack>
      </Gate>
    );
  }
  return (
    <Gate title={t('vault.locked')}>
      <Stack gap="md" mt="md">
        <Folder folder={library.folder} />
        <form onSubmit={submit} {...caps.keys}>
          {by === 'passphrase' ? (
            <PasswordInput
              ref={field}
              label={t('vault.passphrase')}
              description={demo ? t('vault.demo') : undefined}
              value={passphrase}
              error={why}
              visible={shown}
              onVisibilityChange={setShown}
              visibilityToggleButtonProps={{ 'aria-label': t(shown ? 'vault.hide' : 'vault.show') }}
              autoComplete="off"
              maxLength={1000}
              onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
              data-autofocus
              autoFocus
            />
          ) : (
            <TextInput
              ref={field}
              label={t('vault.recoveryCode')}
              description={t('vault.recoveryHint')}
              placeholder={likeACode}
              value={code}
              error={why}
              autoComplete="off"
              maxLength={1000}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
              data-autofocus
              autoFocus
            />
          )}
          <CapsLockHint on={caps.on && by === 'passphrase'} />
          {seconds > 0 && (
            <Text mt="xs" role="timer">
              {t('vault.wait', { count: seconds })}
            </Text>
          )}
          <Button type="submit" size="md" mt="md" fullWidth disabled={seconds > 0} loading={unlock.isPending}>
            {t('vault.open')}
          </Button>
        </form>
      </Stack>
      <div className={styles.ways}>
        <Button variant="subtle" onClick={turn(by === 'passphrase' ? 'recoveryCode' : 'passphrase')}>
          {t(by === 'passphrase' ? 'vault.withCode' : 'vault.withPassphrase')}
        </Button>
        {other}
      </div>
    </Gate>
  );
}
