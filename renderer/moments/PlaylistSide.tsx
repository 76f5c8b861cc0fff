import { memo, useEffect, useRef } from 'react';
import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import { MarkShape } from '../marks/MarkShape';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';
import { MomentQuality } from './MomentQuality';
import type { Moment } from './moments';
import styles from './Playlist.module.css';
import { raterLabel } from './raterLabel';
import type { Seats } from './seats';

type Props = {
  queue: readonly Moment[];
  at: number;
  seats: Seats;
  raters: boolean;
  choose: (at: number) => void;
};

/** What is played, and where one is in it; a press plays from there. */
export const PlaylistSide = memo(function PlaylistSide({ queue, at, seats, raters, choose }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className={styles.side} aria-label={t('playlist.list')}>
      <ol ref={list}>
        {queue.map((moment, index) => (
          <Entry
            key={moment.mark.id}
            moment={moment}
            index={index}
            current={index === at}
            seats={seats}
            raters={raters}
            choose={choose}
          />
        ))}
      </ol>
    </nav>
  );
});

type EntryProps = Omit<Props, 'queue' | 'at'> & { moment: Moment; index: number; current: boolean };

/** Of hundreds, only the two that change are drawn anew when the next moment begins. */
const Entry = memo(function Entry({ moment, index, current, seats, raters, choose }: EntryProps) {
  const { t, language } = useWords();
  const { mark, rating } = moment;
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        aria-current={current ? 'true' : undefined}
        onClick={() => choose(index)}
      >
        <MomentQuality quality={mark.quality} small />
        <span className={styles.entryName}>
          <b>{mark.item}</b> {itemOf(mark.item).short[language]}
        </span>
        <span className={styles.entryTime}>{clockSeconds(mark.atMs)}</span>
        <span className={styles.entryWho}>
          <MarkShape mark={mark} size={11} />
          {[isolated(seats[mark.therapist]), raters ? raterLabel(rating, t) : undefined]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  );
});
