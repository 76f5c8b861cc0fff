import { Button, Modal } from '@mantine/core';
import { use, useEffect, useEffectEvent, useState } from 'react';
import { itemOf } from '../../db/scale';
import type { ConsensusView } from '../../preload/api';
import { ask } from '../ask';
import { tell, useRefresh } from '../queries';
import { Saving } from '../rating/saving';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Dialogs.module.css';
import { overallItem } from './differences';

type Props = {
  view: ConsensusView;
  /** Items about which nothing was said yet. */
  open: readonly number[];
  close: () => void;
  /** Closes, and opens the item. */
  lead: (item: number) => void;
};

/** The last look before a consensus is locked: what is open, what stays undecided, and what happens. */
export function FinishMeeting({ view, open, close, lead }: Props) {
  const { t, language } = useWords();
  useFocusBack();
  const refresh = useRefresh();
  const saving = use(Saving);
  const { rating, undecided } = view;
  const [sending, setSending] = useState<'no' | 'wanted' | 'sent'>('no');
  const nameOf = (item: number) =>
    item === overallItem ? t('rating.overall') : `${item} ${itemOf(item).name[language]}`;
  const finish = useEffectEvent(async () => {
    setSending('sent');
    const answer = await ask('finishConsensus', rating.id);
    await refresh();
    if (answer?.submitted) close();
    else setSending('no');
  });
  const failed = useEffectEvent((error: unknown) => {
    setSending('no');
    tell(error);
  });
  // A reason that is still on its way to the disk belongs to what is locked.
  useEffect(() => {
    if (sending === 'wanted' && !saving) finish().catch(failed);
  }, [sending, saving]);

  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t('consensus.finishTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {open.length > 0 && (
        <>
          <p className={styles.line}>{t('consensus.stillOpen', { count: open.length })}</p>
          <ul className={styles.openItems}>
            {open.map((item) => (
              <li key={item}>
                <button type="button" onClick={() => lead(item)}>
                  {nameOf(item)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {undecided.length > 0 && (
        <>
          <p className={styles.line}>{t('consensus.staysUndecided')}</p>
          <ul className={styles.undecidedItems}>
            {undecided.map(({ item, reason }) => (
              <li key={item}>
                <b>{nameOf(item)}</b> <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length === 0 && undecided.length === 0 && (
        <p className={styles.line}>{t('consensus.allDecided')}</p>
      )}
      <p className={styles.line}>{t('consensus.afterFinish')}</p>
      <div className={styles.dialogFoot}>
        <Button variant="default" onClick={close}>
          {t('submit.notYet')}
        </Button>
        <Button
          disabled={open.length > 0}
          data-autofocus={open.length === 0 || undefined}
          onClick={() => sending === 'no' && setSending('wanted')}
        >
          {t('consensus.finishGo')}
        </Button>
      </div>
    </Modal>
  );
}
