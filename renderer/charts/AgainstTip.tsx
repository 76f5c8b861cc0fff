import { itemOf } from '../../db/scale';
import { dayShort, number } from '../format';
import { useWords } from '../words/words';
import type { AgainstMark } from './againstMarks';
import styles from './Comparisons.module.css';

/** So many sessions of a bubble are named. */
const named = 8;

/** What a sign stands for in full: the item and on how much it rests, or the sessions of a bubble. */
export function AgainstTip({ mark }: { mark: AgainstMark }) {
  const { t, language } = useWords();
  const levels = ({ adherence, quality }: { adherence: number; quality: number }) =>
    t('comparisons.levels', { adherence: number(adherence, language), quality: number(quality, language) });
  if (mark.kind === 'item') {
    const { item, sessions, oneRater } = mark.pair;
    return (
      <>
        <strong>{`${item} ${itemOf(item).name[language]}`}</strong>
        <div>{levels(mark.pair)}</div>
        <div className={styles.softText}>
          {t('comparisons.overSessions', { count: sessions, one: oneRater })}
        </div>
      </>
    );
  }
  return (
    <>
      <strong>{t('comparisons.sessions', { count: mark.pairs.length })}</strong>
      {mark.pairs.slice(0, named).map((pair) => (
        <div key={pair.session.id} className={styles.named}>
          <span>{dayShort(pair.session.date, language)}</span>
          <span>
            {levels(pair)} · {t('comparisons.raters', { count: pair.raters })}
          </span>
        </div>
      ))}
      {mark.pairs.length > named && <div>{t('comparisons.more', { count: mark.pairs.length - named })}</div>}
    </>
  );
}
