import type { Mark } from '../../db/model';
import { levelWords } from '../../db/scale';
import type { ConsensusSource } from '../../preload/api';
import type { Seats } from '../moments/seats';
import { AdherenceCell } from '../rating/AdherenceCell';
import { QualityCell } from '../rating/QualityCell';
import { letterOf } from '../results/signs';
import { useWords } from '../words/words';
import { levelsIn, overallItem } from './differences';
import { Letter } from './Letter';
import styles from './OpenDifference.module.css';
import { SourceMoment } from './SourceMoment';
import { takenFor } from './taken';

type Props = {
  source: ConsensusSource;
  /** Its place among the sources, from 0. */
  at: number;
  item: number;
  takesAdherence: boolean;
  seats: Seats;
  /** The moments of the consensus. */
  taken: readonly Mark[];
  playing: string | undefined;
  play: (markId: string) => void;
  takeOver: (markId: string) => Promise<unknown>;
  leaveOut: (markId: string) => Promise<unknown>;
};

/** What one rating says of an item: both levels, the note, and its moments. */
export function SourceColumn(props: Props) {
  const { t, language } = useWords();
  const { source, at, item, takesAdherence, taken } = props;
  const { raterName, purpose, overall, scores, gaps, sawOthers } = source;
  const levels = levelsIn(source, item);
  const note =
    item === overallItem ? overall.note : (scores.find((score) => score.item === item)?.note ?? '');
  const gap = gaps.find((one) => one.item === item);
  const moments = source.marks.filter((mark) => mark.item === item);
  const letter = letterOf(at);
  return (
    <section className={styles.source} aria-label={`${letter} ${raterName}`}>
      <h3>
        <Letter at={at} />
        <bdi className={styles.rater} title={raterName}>
          {raterName}
        </bdi>
      </h3>
      <p className={styles.purpose}>
        {t(`purpose.${purpose}`)}
        {sawOthers && ` · ${t('consensus.sawOthers')}`}
      </p>
      {levels.noOccasion ? (
        <p className={styles.noOccasion}>{t('rating.noOccasion')}</p>
      ) : (
        <dl className={styles.levels}>
          {takesAdherence && (
            <div>
              <dt>{t('rating.adherence')}</dt>
              <dd>
                <AdherenceCell adherence={levels.adherence} />
                {levels.adherence !== null && <span>{levelWords.adherence[language][levels.adherence]}</span>}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('rating.quality')}</dt>
            <dd>
              <QualityCell quality={levels.quality} />
              {levels.quality !== null && <span>{levelWords.quality[language][levels.quality]}</span>}
            </dd>
          </div>
        </dl>
      )}
      {gap !== undefined && (
        <p className={styles.gap}>{t('consensus.notRatedBecause', { reason: gap.reason })}</p>
      )}
      {note !== '' && <p className={styles.note}>{note}</p>}
      {item !== overallItem &&
        (moments.length === 0 ? (
          <p className={styles.none}>{t('consensus.noMoments')}</p>
        ) : (
          <ul className={styles.moments} aria-label={t('consensus.momentsOf', { name: raterName })}>
            {moments.map((mark) => (
              <SourceMoment
                key={mark.id}
                mark={mark}
                therapist={props.seats[mark.therapist]}
                taken={takenFor(mark, taken)?.id}
                isPlaying={props.playing === mark.id}
                play={() => props.play(mark.id)}
                takeOver={props.takeOver}
                leaveOut={props.leaveOut}
              />
            ))}
          </ul>
        ))}
    </section>
  );
}
