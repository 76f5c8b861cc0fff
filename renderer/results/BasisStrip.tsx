import type { RefObject } from 'react';
import type { ResultsRating } from '../../db/results';
import { number } from '../format';
import { useWords } from '../words/words';
import { type Basis, basisOf } from './basis';
import styles from './Results.module.css';

type Props = { shown: readonly ResultsRating[]; ref: RefObject<HTMLElement | null> };

/** What the numbers rest on, always in sight: who rated, what they watched, which edition of the scale. */
export function BasisStrip({ shown, ref }: Props) {
  const { t } = useWords();
  const basis = basisOf(shown);
  return (
    <section ref={ref} className={styles.strip} aria-label={t('results.basis')}>
      <p>
        <strong>{t('results.raters', { count: basis.raters })}</strong>
        {basis.selves > 0 && <strong> + {t('results.selves', { count: basis.selves })}</strong>}
        {shown.map(
          (one) =>
            // A consensus is talked over, not watched.
            one.rating.purpose !== 'consensus' && <Watched key={one.rating.id} rating={one} />,
        )}
        <span className={styles.edition}>
          {basis.editions.length > 1
            ? t('results.editions', { names: basis.editions.join(', ') })
            : t('results.edition', { name: basis.editions[0] ?? '' })}
        </span>
      </p>
      <Caution basis={basis} />
    </section>
  );
}

function Watched({ rating: { raterName, coverage } }: { rating: ResultsRating }) {
  const { t, language } = useWords();
  const { share, fastShare } = coverage;
  const fast = Math.ceil(100 * fastShare);
  return (
    <span className={styles.watched}>
      <bdi>{raterName}</bdi>{' '}
      {share === undefined
        ? t('results.lengthUnknown')
        : t('results.watched', { share: number(Math.floor(100 * share), language) })}
      {fast > 0 && ` ${t('results.fast', { share: fast })}`}
    </span>
  );
}

/** How far the numbers can be trusted (Folmo et al. 2017: one rater gives a dependable overall, items need two). */
function Caution({ basis }: { basis: Basis }) {
  const { t } = useWords();
  if (basis.raters === 0) return <p className={styles.caution}>{t('results.noRater')}</p>;
  if (basis.raters > 1 || basis.consensus) return null;
  return <p className={styles.caution}>{t('results.oneRater')}</p>;
}
