import { useEffect } from 'react';
import { dayLong, number } from '../format';
import { useWords } from '../words/words';
import styles from './Progress.module.css';
import type { Point } from './series';

type Props = {
  active?: boolean;
  payload?: readonly { payload?: Point }[];
  /** Told which point is pointed at, and when none is. */
  tell: (point: Point | undefined) => void;
};

/** What a point says in full: the day, each rater's level, their mean and spread, the therapists' own. */
export function PointTip({ active, payload, tell }: Props) {
  const { t, language } = useWords();
  const point = active ? payload?.[0]?.payload : undefined;
  useEffect(() => tell(point));
  if (point === undefined) return null;
  const { session, raters, mean, lowest, highest, noOccasion, self } = point;
  return (
    <div className={styles.tip}>
      <strong>
        {dayLong(session.date, language)}
        {session.number !== null && ` · ${t('session.numberOf', { number: session.number })}`}
      </strong>
      {raters.map(({ raterId, name, level }) => (
        <div key={raterId}>
          {name}: {level}
        </div>
      ))}
      {raters.length > 1 && mean !== null && (
        <div>
          {t('progress.meanOf', { mean: number(mean, language), count: raters.length })}
          {', '}
          {t('progress.spread', { lowest: String(lowest), highest: String(highest) })}
        </div>
      )}
      {raters.length === 1 && <div className={styles.aside}>{t('progress.oneRater')}</div>}
      {noOccasion > 0 && <div>{t('progress.noOccasion', { count: noOccasion })}</div>}
      {self.map(({ raterId, name, level }) => (
        <div key={raterId}>{t('progress.selfOf', { name, level })}</div>
      ))}
      <div className={styles.aside}>{t('progress.opens')}</div>
    </div>
  );
}
