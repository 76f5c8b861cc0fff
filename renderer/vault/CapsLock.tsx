import { IconArrowBigUpLine } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../words/words';
import styles from './Unlock.module.css';

/** Whether Caps Lock is on, as far as the last key told. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, keys: { onKeyDown: look, onKeyUp: look } };
}

export function CapsLockHint({ on }: { on: boolean }) {
  const { t } = useWords();
  return (
    <p className={styles.caps} role="status">
      {on && (
        <>
          <IconArrowBigUpLine size={16} stroke={1.8} aria-hidden />
          {t('vault.capsLock')}
        </>
      )}
    </p>
  );
}
