import { memo, useEffect, useRef } from 'react';
import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import { MarkShape } from '../marks/MarkShape';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
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
  const { t, language } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className={styles.side} aria-label={t('playlist.list')}>
      <ol ref={list}>
        {queue.map(({ mark, rating }, index) => (
          <li key={mark.id}>
            <button
              type="button"
              className={styles.entry}
              aria-current={index === at ? 'true' : undefined}
              onClick={() => choose(index)}
            >
              <QualityCell quality={mark.quality} small />
              <span className={styles.entryName}>
                <b>{mark.item}</b> {itemOf(mark.item).short[language]}
              </span>
              <span className={styles.entryTime}>{clockSeconds(mark.atMs)}</span>
              <span className={styles.entryWho}>
                <MarkShape mark={mark} size={11} />
                {[seats[mark.therapist], raters ? raterLabel(rating, t) : undefined]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
});
