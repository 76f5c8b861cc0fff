import { IconCheck, IconPlayerPlayFilled, IconPlus } from '@tabler/icons-react';
import { use } from 'react';
import type { Mark } from '../../db/model';
import { MarkShape } from '../marks/MarkShape';
import { MomentQuality } from '../moments/MomentQuality';
import { timesOf } from '../moments/moments';
import { Locked } from '../rating/locked';
import { useWords } from '../words/words';
import styles from './OpenDifference.module.css';

type Props = {
  mark: Mark;
  therapist: string;
  /** The mark of the consensus that stands for it; undefined when it was not taken over. */
  taken: string | undefined;
  isPlaying: boolean;
  play: () => void;
  takeOver: (markId: string) => Promise<unknown>;
  leaveOut: (markId: string) => Promise<unknown>;
};

/** A moment behind a score: it plays, and can be taken over into the consensus. */
export function SourceMoment({ mark, therapist, taken, isPlaying, play, takeOver, leaveOut }: Props) {
  const { t } = useWords();
  const locked = use(Locked);
  const time = timesOf(mark);
  const isTaken = taken !== undefined;
  return (
    <li className={styles.moment} aria-current={isPlaying || undefined}>
      <button type="button" className={styles.play} onClick={play} aria-label={t('consensus.play', { time })}>
        <IconPlayerPlayFilled size={11} aria-hidden />
        <span className="tabular">{time}</span>
        <MarkShape mark={mark} size={11} />
        {mark.quality !== null && <MomentQuality quality={mark.quality} small />}
      </button>
      <button
        type="button"
        className={styles.take}
        aria-pressed={isTaken}
        aria-label={t('consensus.takeOverAt', { time })}
        title={t(isTaken ? 'consensus.taken' : 'consensus.takeOver')}
        disabled={locked}
        onClick={() => void (taken === undefined ? takeOver(mark.id) : leaveOut(taken))}
      >
        {isTaken ? <IconCheck size={13} aria-hidden /> : <IconPlus size={13} aria-hidden />}
        <span>{t(isTaken ? 'consensus.taken' : 'consensus.takeOver')}</span>
      </button>
      <span className={styles.about}>
        <bdi>{therapist}</bdi>
        {mark.kind === 'missed' && <b className={styles.missed}>{t('mark.missedShort')}</b>}
        {mark.note !== '' && <span className={styles.momentNote}>{mark.note}</span>}
      </span>
    </li>
  );
}
