import { dayLong, number } from '../format';
import { useWords } from '../words/words';
import styles from './Progress.module.css';
import type { Point } from './series';

type Props = { active?: boolean; payload?: readonly { payload?: Point }[] };

/** What a point says in full: the day, each rater's rating, the therapist's own. */
export function PointTip({ active, payload }: Props) {
  const { t, language } = useWords();
  const point = payload?.[0]?.payload;
  if (!active || point === undefined) return null;
  return (
    <div className={styles.tip}>
      <strong>
        {dayLong(point.session.date, language)}
        {point.session.number !== null && ` · ${t('session.numberOf', { number: point.session.number })}`}
      </strong>
      {point.raters.map(({ name, level }) => (
        <div key={name}>
          {name}: {level}
        </div>
      ))}
      {point.raters.length > 1 && point.mean !== null && (
        <div>{t('progress.meanOf', { mean: number(point.mean, language), count: point.raters.length })}</div>
      )}
      {point.noOccasion > 0 && <div>{t('progress.noOccasion', { count: point.noOccasion })}</div>}
      {point.self[0] !== undefined && <div>{t('progress.selfIs', { quality: point.self[0].level })}</div>}
    </div>
  );
}
