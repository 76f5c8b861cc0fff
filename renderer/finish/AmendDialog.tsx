import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Rating } from '../../db/model';
import { ask } from '../ask';
import { go, type Place } from '../place';
import { tell, useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Finish.module.css';

type Props = {
  rating: Rating;
  /** Where the new version is changed; its desk unless told. */
  to?: (ratingId: string) => Place;
  close: () => void;
};

/** Opens the next version of a submitted rating, with the reason why. */
export function AmendDialog({ rating, to, close }: Props) {
  const { t } = useWords();
  useFocusBack();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const version = rating.version + 1;
  const amend = async () => {
    const next = await ask('amend', { ratingId: rating.id, reason: reason.trim() });
    await refresh();
    close();
    if (next !== undefined) go(to?.(next.id) ?? { name: 'rate', ratingId: next.id });
  };
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('amend.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') amend().catch(tell);
        }}
      >
        <p className={styles.line}>{t('amend.what', { version, earlier: rating.version })}</p>
        <Textarea
          label={t('amend.reason')}
          description={t('amend.reasonHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {t('amend.go', { version })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
