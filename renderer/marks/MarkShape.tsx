import type { Mark } from '../../db/model';
import styles from './MarkShape.module.css';

/** A mark's sign: shape by therapist (circle, diamond, square), fill by quality, a stroke through what was missed. */
export function MarkShape({
  mark,
  size = 12,
}: {
  mark: Pick<Mark, 'therapist' | 'quality' | 'kind'>;
  size?: number;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden
      className={styles.shape}
      data-quality={mark.quality ?? undefined}
      data-therapist={mark.therapist}
    >
      {mark.therapist === 'first' && <circle cx="7" cy="7" r="5.6" />}
      {mark.therapist === 'second' && (
        <rect x="2.6" y="2.6" width="8.8" height="8.8" transform="rotate(45 7 7)" />
      )}
      {mark.therapist === 'both' && <rect x="2" y="2" width="10" height="10" rx="1" />}
      {mark.kind === 'missed' && <path d="M2 12 12 2" className={styles.missed} />}
    </svg>
  );
}
