import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Event } from '../../db/model';
import type { Subject } from '../../db/progress';
import type { Library } from '../../preload/api';
import { type Measure, overallMeasure } from '../charts/series';
import { TrendSentence } from '../charts/TrendSentence';
import type { Trend } from '../charts/trend';
import { dayShort } from '../format';
import { useWords } from '../words/words';
import { EventDialog } from './EventDialog';
import styles from './Page.module.css';

type Props = {
  subject: Subject;
  library: Library;
  events: readonly Event[];
  measure: Measure;
  trend: Trend;
  shown: boolean;
  show: (shown: boolean) => void;
};

/** Beside the large chart: whether there is a trend, what the numbers rest on, and the events. */
export function Beside({ subject, library, events, measure, trend, shown, show }: Props) {
  const { t, language } = useWords();
  const [edited, edit] = useState<Event | 'new'>();
  return (
    <section className={`card ${styles.beside}`} aria-label={t('progress.beside')}>
      <div className={styles.besideHead}>
        <h2>{t('progress.trend')}</h2>
        <Switch
          size="xs"
          label={t('progress.showTrend')}
          checked={shown}
          onChange={(event) => show(event.currentTarget.checked)}
        />
      </div>
      {shown && (
        <>
          <p>
            <TrendSentence trend={trend} />
          </p>
          {trend.outcome === 'trend' && <p className={styles.note}>{t('progress.bandHow')}</p>}
        </>
      )}
      <p className={styles.note}>
        {measure === overallMeasure ? t('progress.oneRaterDependable') : t('progress.itemTwoRaters')}
      </p>
      <div className={styles.besideHead}>
        <h2>{t('progress.events')}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => edit('new')}
        >
          {t('progress.addEvent')}
        </Button>
      </div>
      {events.length === 0 && <p className={styles.note}>{t('progress.noEvents')}</p>}
      {events.length > 0 && (
        <ul className={styles.eventList}>
          {events.map((event) => (
            <li key={event.id}>
              <button type="button" onClick={() => edit(event)}>
                <span>{dayShort(event.date, language)}</span> {event.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {edited !== undefined && (
        <EventDialog
          event={edited === 'new' ? undefined : edited}
          subject={subject}
          library={library}
          close={() => edit(undefined)}
        />
      )}
    </section>
  );
}
