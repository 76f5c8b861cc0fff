import { memo } from 'react';
import type { Phase } from '../../db/model';
import styles from './TimeLine.module.css';
import { share } from './zoom';

/** The phases of the session, to be read. */
export const PlainPhases = memo(function PlainPhases({
  phases,
  durationMs,
}: {
  phases: readonly Phase[];
  durationMs: number;
}) {
  return phases.map(({ id, name, startMs, endMs }) => (
    <span
      key={id}
      className={styles.phase}
      title={name}
      style={{ left: share(startMs, durationMs), width: share(endMs - startMs, durationMs) }}
    >
      <span className={styles.phaseName}>{name}</span>
    </span>
  ));
});
