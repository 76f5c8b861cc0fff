import { useWords } from '../words/words';
import { Part } from './Paper';
import styles from './Paper.module.css';
import type { ProgressFigures } from './progressFigures';

/** How the numbers of a period came about, and what to bear in mind when reading them. */
export function ProgressBasis({ figures }: { figures: ProgressFigures }) {
  const { t } = useWords();
  const { overall, quality, ratings } = figures;
  const byOthers = overall.quality.filter(({ raters }) => raters.length > 0);
  const alone = byOthers.filter(({ raters }) => raters.length === 1).length;
  const sentences = [
    t('reports.method'),
    ...(alone > 0 ? [t('reports.alone', { count: alone, all: byOthers.length })] : []),
    ...(ratings.some(({ purpose }) => purpose === 'selfRating') ? [t('reports.selfBeside')] : []),
    ...(quality.some(({ noOccasion }) => noOccasion > 0) ? [t('reports.noOccasion')] : []),
    t('reports.scale'),
  ];
  return (
    <Part title={t('reports.section.basis')}>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}
