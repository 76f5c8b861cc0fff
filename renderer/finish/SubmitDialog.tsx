import { Button, Modal } from '@mantine/core';
import { use, useEffect, useEffectEvent, useState } from 'react';
import type { RatingView } from '../../preload/api';
import { ask } from '../ask';
import { tell, useMissing, useRefresh } from '../queries';
import type { Opened } from '../rating/Sheet';
import { Saving } from '../rating/saving';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import styles from './Finish.module.css';
import { MissingList } from './MissingList';
import { UnwatchedButton } from './UnwatchedButton';

type Props = {
  view: RatingView;
  durationMs: number;
  close: () => void;
  /** Closes, and puts the keyboard into what is missing. */
  rate: (item: Opened) => void;
  go: (ms: number) => void;
};

/** The last look before a rating is locked: what is missing, why, and how much was watched. */
export function SubmitDialog({ view, durationMs, close, rate, go }: Props) {
  const { t } = useWords();
  const { settings } = useSettings();
  const refresh = useRefresh();
  const { rating, coverage, gaps, overall } = view;
  const { data: missing } = useMissing(rating.id);
  const [reasons, setReasons] = useState(new Map(gaps.map(({ item, reason }) => [item, reason])));
  const saving = use(Saving);
  const [sending, setSending] = useState<'no' | 'wanted' | 'sent'>('no');
  const submit = useEffectEvent(async () => {
    setSending('sent');
    const given = (missing ?? []).map((item) => ({ item, reason: reasonOf(item) }));
    const answer = await ask('submit', { ratingId: rating.id, gaps: given });
    await refresh();
    if (answer?.submitted) close();
    else setSending('no');
  });
  const failed = useEffectEvent((error: unknown) => {
    setSending('no');
    tell(error);
  });
  // A mark or a note that is still on its way to the disk belongs to what is submitted.
  useEffect(() => {
    if (sending === 'wanted' && !saving) submit().catch(failed);
  }, [sending, saving]);
  const reasonOf = (item: number) => (reasons.get(item) ?? '').trim();
  if (missing === undefined || missing === null) return null;

  const open = missing.filter((item) => reasonOf(item) === '');
  const share = coverage.share === undefined ? undefined : Math.floor(100 * coverage.share);
  const little = share !== undefined && share < settings.coverageWarning;

  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t('submit.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (open.length === 0 && sending === 'no') setSending('wanted');
        }}
      >
        {missing.length === 0 ? (
          <p className={styles.line}>{t('submit.complete')}</p>
        ) : (
          <MissingList missing={missing} reasons={reasons} setReasons={setReasons} rate={rate} />
        )}
        {overall.adherence !== null && overall.quality !== null && (
          <p className={styles.line}>
            {t('submit.overall', { adherence: overall.adherence, quality: overall.quality })}
          </p>
        )}
        {share !== undefined && !little && <p className={styles.line}>{t('submit.watched', { share })}</p>}
        {share !== undefined && little && (
          <div className={styles.gentle}>
            <p>{t('submit.little', { share })}</p>
            <UnwatchedButton coverage={coverage} durationMs={durationMs} go={go} />
          </div>
        )}
        <p className={styles.line}>{t('submit.after')}</p>
        <div className={styles.buttons}>
          <output className={styles.open}>
            {open.length > 0 && t('submit.reasonsMissing', { count: open.length })}
          </output>
          <Button variant="default" onClick={close}>
            {t('submit.notYet')}
          </Button>
          <Button type="submit" disabled={open.length > 0} data-autofocus={missing.length === 0 || undefined}>
            {t('submit.go')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
