import type { AgreementMoments, Library, StandardComparison } from '../../preload/api';
import { OpenComparison } from '../agreement/OpenComparison';
import { seatsOf } from '../moments/seats';
import { useSession } from '../queries';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import styles from './Comparison.module.css';

type Props = {
  comparison: StandardComparison;
  library: Library;
  /** Whose rating it is, as it stands within a sentence. */
  whose: string;
};

/** The moments of the rating and of the standard, to be played one after the other. */
export function StandardMoments({ comparison, library, whose }: Props) {
  const { t } = useWords();
  const { data: session } = useSession(comparison.session.id);
  const title = useSessionTitle(session?.session, library);
  if (session === undefined || session === null) return null;
  const moments: AgreementMoments = {
    ...comparison.moments,
    first: { ...comparison.moments.first, raterName: whose },
    second: { ...comparison.moments.second, raterName: t('comparison.theStandard') },
  };
  const { both, otherItem, onlyFirst, onlySecond } = moments;
  const pairs = both.length + otherItem.length;
  return (
    <section className={`card ${styles.moments}`} aria-labelledby="comparison-moments">
      <h2 id="comparison-moments">{t('comparison.moments')}</h2>
      <OpenComparison
        moments={moments}
        session={session}
        title={title}
        seats={seatsOf(session.session, library.therapists, t)}
        above={
          <p className={styles.momentsSaid}>
            {t('comparison.momentsSaid', {
              one: pairs + onlyFirst.length,
              other: pairs + onlySecond.length,
              both: both.length,
              otherItem: otherItem.length,
            })}
          </p>
        }
        ownRatingId={comparison.own.rating.id}
      />
    </section>
  );
}
