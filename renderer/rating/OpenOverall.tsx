import type { Overall, Score } from '../../db/model';
import { items } from '../../db/scale';
import { useWords } from '../words/words';
import { ItemMeans } from './ItemMeans';
import { NoteField } from './NoteField';
import styles from './OpenItem.module.css';
import { ScaleRow } from './ScaleRow';
import type { Opened, Part } from './Sheet';

type Props = {
  overall: Overall;
  scores: readonly Score[];
  /** Why it was submitted without a rating. */
  missingBecause: string | undefined;
  edit: (change: Partial<Overall>) => Promise<unknown>;
  close: () => void;
  lead: (to: Opened, part?: Part) => void;
};

/** The rater's own global judgement of the session. */
export function OpenOverall({ overall, scores, missingBecause, edit, close, lead }: Props) {
  const { t } = useWords();

  const go = (part: Part) => (where: 'next' | 'previous' | 'none') => {
    if (where === 'previous') lead(items.length, part);
    if (where === 'next' && part === 'adherence') lead('overall', 'quality');
    // After the last scale the keys belong to the desk again.
    if (where === 'next' && part === 'quality' && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
  };

  return (
    <div className={styles.open} data-item="overall">
      <button type="button" className={styles.title} aria-expanded onClick={close}>
        <span />
        <span>
          <strong>{t('rating.overall')}</strong>
          <ItemMeans scores={scores} />
        </span>
      </button>
      <p className={styles.anchor}>{t('rating.overallHint')}</p>
      <ScaleRow
        part="adherence"
        value={overall.adherence}
        set={(adherence) => {
          void edit({ adherence });
          if (adherence !== null && overall.quality === null) lead('overall', 'quality');
        }}
        go={go('adherence')}
      />
      <ScaleRow
        part="quality"
        value={overall.quality}
        set={(quality) => void edit({ quality })}
        go={go('quality')}
      />
      {missingBecause !== undefined && (
        <p className={styles.anchor}>{t('submit.gap', { reason: missingBecause })}</p>
      )}
      <NoteField label={t('rating.overallNote')} saved={overall.note} save={(note) => edit({ note })} />
    </div>
  );
}
