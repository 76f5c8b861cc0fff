import { Checkbox } from '@mantine/core';
import type { ConsensusCandidate } from '../../preload/api';
import { wallDay } from '../format';
import { useWords } from '../words/words';
import styles from './Dialogs.module.css';

type Props = {
  candidates: readonly ConsensusCandidate[];
  chosen: string[];
  choose: (ratingIds: string[]) => void;
};

/** The locked ratings of a session, each with what it was made for, and when. */
export function RatingChecks({ candidates, chosen, choose }: Props) {
  const { t, language } = useWords();
  const severalEditions = new Set(candidates.map(({ editionId }) => editionId)).size > 1;
  return (
    <Checkbox.Group label={t('consensus.ratings')} value={chosen} onChange={choose}>
      <div className={styles.checks}>
        {candidates.map((one) => (
          <Checkbox
            key={one.ratingId}
            size="xs"
            value={one.ratingId}
            label={
              <span className={styles.check}>
                <bdi>{one.raterName}</bdi>
                <span>
                  {[
                    t(`purpose.${one.purpose}`),
                    wallDay(one.submittedAt, language),
                    ...(one.version > 1 ? [t('consensus.version', { version: one.version })] : []),
                    ...(one.sawOthers ? [t('consensus.sawOthers')] : []),
                    ...(severalEditions ? [one.editionName] : []),
                  ].join(' · ')}
                </span>
              </span>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
