import type { Score } from '../../db/model';
import { number } from '../format';
import { useWords } from '../words/words';
import { type Mean, meanOfItems } from './means';
import styles from './Sheet.module.css';

/** The means of the rated items, adherence and quality: beside the overall rating and never in its place. */
export function ItemMeans({ scores }: { scores: readonly Score[] }) {
  const { t, language } = useWords();
  const written = (mean: Mean | undefined) => (mean === undefined ? '–' : number(mean.mean, language));
  const adherence = meanOfItems(scores, 'adherence');
  const quality = meanOfItems(scores, 'quality');
  if (adherence === undefined && quality === undefined) return null;
  const hint = t('rating.itemMeansHint', {
    adherence: written(adherence),
    adherenceCount: adherence?.count ?? 0,
    quality: written(quality),
    qualityCount: quality?.count ?? 0,
  });
  return (
    <span className={styles.means} title={hint}>
      {t('rating.itemMeans', { adherence: written(adherence), quality: written(quality) })}
    </span>
  );
}
