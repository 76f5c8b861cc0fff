import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './Moments.module.css';
import type { ReportMoment } from './moments';
import paper from './Paper.module.css';
import { Written } from './Written';

type Props = {
  moment: ReportMoment;
  /** Who leads, and who leads with them. */
  therapists: { first: string | undefined; second: string | undefined };
  /** Of the note, in characters. */
  longest?: number | undefined;
  /** Whether the item is said as well. */
  named?: boolean | undefined;
};

/** A moment: when, what is known of it, and its note. */
function MomentLine({ moment, therapists, longest, named }: Props) {
  const { t, language } = useWords();
  const { item, kind, atMs, endMs, therapist, quality, aspect, note, rater } = moment;
  const who = therapist === 'both' ? t('mark.both') : (therapists[therapist] ?? t(`mark.${therapist}`));
  const known = [
    named ? `${item} ${itemOf(item).short[language]}` : undefined,
    who,
    kind === 'missed' ? t('reports.missedOne') : undefined,
    aspect === null ? undefined : t(`mark.aspects.${aspect}`),
    quality === null ? undefined : t('mark.qualityIs', { quality }),
    rater,
  ];
  return (
    <li className={styles.moment}>
      <div className={styles.said}>
        <span className={styles.time}>
          {clockSeconds(atMs)}
          {endMs !== null && `–${clockSeconds(endMs)}`}
        </span>{' '}
        <bdi className={styles.known}>{known.filter((one) => one !== undefined).join(' · ')}</bdi>
      </div>
      {note.trim() !== '' && <Written text={note} longest={longest} />}
    </li>
  );
}

type ListProps = Omit<Props, 'moment'> & { moments: readonly ReportMoment[]; most: number };

/** Moments in order of time; what is left out is said. */
export function MomentList({ moments, most, ...shown }: ListProps) {
  const { t } = useWords();
  const more = moments.length - most;
  return (
    <>
      <ul>
        {moments.slice(0, most).map((moment) => (
          <MomentLine key={moment.id} moment={moment} {...shown} />
        ))}
      </ul>
      {more > 0 && <p className={paper.more}>{t('reports.moreMoments', { count: more })}</p>}
    </>
  );
}
