import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';
import styles from './OpenDifference.module.css';

type Props = { initial: string; leave: (reason: string) => Promise<void>; close: () => void };

/** Why an item is left undecided: it cannot be without. */
export function UndecidedForm({ initial, leave, close }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState(initial.slice(0, 2000));
  const [sent, setSent] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '' || sent) return;
        setSent(true);
        void leave(reason.trim()).finally(() => setSent(false));
      }}
    >
      <Textarea
        size="xs"
        label={t('consensus.whyUndecided')}
        rows={2}
        maxLength={2000}
        value={reason}
        data-autofocus
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') close();
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <div className={styles.agreedFoot}>
        <Button size="xs" type="submit" disabled={reason.trim() === ''}>
          {t('consensus.leaveIt')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
