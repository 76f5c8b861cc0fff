import { number } from '../format';
import { useWords } from '../words/words';
import { type Figure, itemMean } from './choosing';
import { Part } from './Paper';
import styles from './Paper.module.css';
import { PaperProfile } from './PaperProfile';
import type { SessionFigures } from './sessionFigures';

/** The 19 items beside the overall, and the means that stand beside the raters' own overall judgement. */
export function SessionProfile({ figures }: { figures: SessionFigures }) {
  const { t, language } = useWords();
  const { quality, adherence, selfQuality, counted } = figures;
  const raters = new Set(counted.map(({ rating }) => rating.raterId)).size;
  const mean = (of: Figure | undefined) => (of?.mean == null ? '–' : number(of.mean, language));
  const [items, kept] = [itemMean(quality), itemMean(adherence)];
  return (
    <Part
      title={t('reports.section.profile')}
      how={raters > 1 ? t('reports.profileOfSeveral', { count: raters }) : t('reports.profileOfOne')}
    >
      <p className={styles.means}>
        <span>{t('reports.overall', { quality: mean(quality[0]), adherence: mean(adherence[0]) })}</span>
        <span>
          {t('reports.itemMeans', {
            quality: mean(items),
            count: items.count,
            adherence: mean(kept),
            adherenceCount: kept.count,
          })}
        </span>
      </p>
      <PaperProfile
        quality={quality}
        adherence={adherence}
        self={selfQuality}
        count={raters > 1 ? t('reports.ratersShort') : undefined}
      />
    </Part>
  );
}
