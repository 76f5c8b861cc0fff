import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';
import { CapsLockHint, useCapsLock } from './CapsLock';
import { StrengthMeter } from './strength/StrengthMeter';
import { useStrength } from './strength/useStrength';

type NewPassphrase = ReturnType<typeof useNewPassphrase>;

/** A passphrase that is typed twice, and how good it is. */
export function useNewPassphrase() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const strength = useStrength(passphrase);
  const isSame = passphrase === again;
  return {
    passphrase,
    setPassphrase,
    again,
    setAgain,
    strength,
    isSame,
    tried,
    /** Whether it may be used; says why not from then on. */
    isGood(): boolean {
      setTried(true);
      return strength?.enough === true && isSame;
    },
  };
}

type Props = {
  chosen: NewPassphrase;
  /** Whether typing begins here. */
  focused?: boolean;
};

export function NewPassphraseFields({ chosen, focused = true }: Props) {
  const { t } = useWords();
  const caps = useCapsLock();
  const { passphrase, again, strength, isSame, tried } = chosen;
  const tooWeak = tried && strength?.enough !== true;
  // While the second is being typed it is not wrong yet.
  const differs = again !== '' && !isSame && (tried || !passphrase.startsWith(again));
  const visibility = (shown: boolean) => ({
    'aria-label': t(shown ? 'vault.hide' : 'vault.show'),
  });
  const [shown, setShown] = useState(false);
  return (
    <div>
      <PasswordInput
        label={t('vault.newPassphrase')}
        value={passphrase}
        error={tooWeak}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={visibility(shown)}
        autoComplete="off"
        {...caps.keys}
        maxLength={1000}
        data-autofocus={focused || undefined}
        autoFocus={focused}
        onChange={({ currentTarget }) => chosen.setPassphrase(currentTarget.value)}
      />
      <StrengthMeter strength={passphrase === '' ? undefined : strength} refused={tooWeak} />
      <PasswordInput
        label={t('vault.again')}
        mt={6}
        value={again}
        error={(differs || (tried && !isSame)) && t('vault.differs')}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={visibility(shown)}
        autoComplete="off"
        {...caps.keys}
        maxLength={1000}
        onChange={({ currentTarget }) => chosen.setAgain(currentTarget.value)}
      />
      <CapsLockHint on={caps.on} />
    </div>
  );
}
