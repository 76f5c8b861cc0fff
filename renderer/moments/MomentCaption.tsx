import { itemOf } from '../../db/scale';
import { MarkShape } from '../marks/MarkShape';
import { useWords } from '../words/words';
import styles from './MomentCaption.module.css';
import { MomentQuality } from './MomentQuality';
import { type Moment, timesOf } from './moments';
import { raterLabel } from './raterLabel';
import type { Seats } from './seats';

type Props = {
  moment: Moment;
  seats: Seats;
  raters: boolean;
  /** To be read across a room; 'largest' where there is no picture. */
  size?: 'usual' | 'large' | 'largest';
};

/** A moment in full: item, quality, therapist, times, and the whole note. */
export function MomentCaption({ moment, seats, raters, size = 'usual' }: Props) {
  const { t, language } = useWords();
  const { mark, rating, phase } = moment;
  const { item, quality, kind, note } = mark;
  return (
    <div className={styles.caption} data-size={size}>
      <div className={styles.name}>
        <MomentQuality quality={quality} />
        <span>
          <b>{item}</b> {itemOf(item).name[language]}
        </span>
      </div>
      <div className={styles.facts}>
        <span className={styles.therapist}>
          <MarkShape mark={mark} size={size === 'usual' ? 12 : 16} />
          {seats[mark.therapist]}
        </span>
        <span className="tabular">{timesOf(mark)}</span>
        {phase !== undefined && <span>{phase}</span>}
        {mark.aspect !== null && <span>{t(`mark.aspects.${mark.aspect}`)}</span>}
        {raters && <span>{raterLabel(rating, t)}</span>}
        {kind === 'missed' && <span className={styles.missed}>{t('mark.missed')}</span>}
      </div>
      {note !== '' && <p className={styles.note}>{note}</p>}
    </div>
  );
}
