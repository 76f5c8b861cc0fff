import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCountdown } from '../vault/useCountdown';
import { useWords } from '../words/words';

type Props = {
  value: string;
  change: (typed: string) => void;
  /** What came of the last try. */
  answer: { outcome: string; waitMs?: number } | undefined;
  /** Another reason why nothing was done. */
  refused?: string | undefined;
};

/** Asks who is there, before the lock is changed. */
export function PresentPassphrase({ value, change, answer, refused }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const seconds = useCountdown({ waitMs: answer?.waitMs ?? 0 }, answer);
  const wrong = answer?.outcome === 'wrong' ? t('vault.wrong') : undefined;
  return (
    <PasswordInput
      label={t('lock.present')}
      value={value}
      error={seconds > 0 ? t('vault.wait', { count: seconds }) : (wrong ?? refused)}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{ 'aria-label': t(shown ? 'vault.hide' : 'vault.show') }}
      autoComplete="off"
      maxLength={1000}
      data-autofocus
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
