import { clock } from '../format';
import { useWords } from '../words/words';
import styles from './Lane.module.css';
import { MarkShape } from './MarkShape';
import type { Draft } from './useDrag';
import { share } from './zoom';

type Props = {
  draft: Draft;
  /** Which row from the top. */
  row: number;
  durationMs: number;
};

/** The mark as it would be if it were let go now, with the time that changes. */
export function DraftMark({ draft, row, durationMs }: Props) {
  const { language } = useWords();
  const { mark, part, atMs, endMs, copying } = draft;
  const time = part === 'end' && endMs !== null ? endMs : atMs;
  return (
    <div className={styles.draft} style={{ top: `calc(var(--lane) * ${row})` }}>
      <div
        className={endMs === null ? styles.moment : styles.stretch}
        data-quality={mark.quality ?? undefined}
        style={{
          left: share(atMs, durationMs),
          ...(endMs !== null && { width: share(endMs - atMs, durationMs) }),
        }}
      >
        <MarkShape mark={mark} size={14} />
        <output className={styles.time} data-early={time < durationMs / 2 || undefined} data-testid="draft">
          {copying && '+ '}
          {clock(time, language)}
        </output>
      </div>
    </div>
  );
}
