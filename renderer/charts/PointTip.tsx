import { dayLong, number } from '../format';
import { useWords } from '../words/words';
import styles from './Progress.module.css';
import type { Point } from './series';

type Props = { active?: boolean; payload?: readonly { payload?: Point }[] };

/** What the mouse points at. */
export function PointTip({ active, payload }: Props) {
  const point = active ? payload?.[0]?.payload : undefined;
  return (
    point !== undefined && (
      <div className={styles.tip}>
        <PointText point={point} />
      </div>
    )
  );
}

/** What a point says in full: the day, each rater's level, their mean and spread, the therapists' own. */
export function PointText({ point }: { point: Point }) {
  const { t, language } = useWords();
  const { session, raters, mean, lowest, highest, noOccasion, self } = point;
  return (
    <>
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
    </>
  );
}
