import { IconPlus } from '@tabler/icons-react';
import type { Phase } from '../../db/model';
import type { Playback } from '../player/playback';
import { useKeys } from '../player/useKeys';
import { useWords } from '../words/words';
import styles from './PhaseLane.module.css';
import { nextName, phaseBegun, type SetPhases } from './phasing';

/** Begins a phase at the playhead with the name that probably comes next. */
export function AddPhase(props: {
  phases: readonly Phase[];
  durationMs: number;
  playback: Playback;
  names: readonly string[];
  setPhases: SetPhases;
}) {
  const { t } = useWords();
  const { withKey } = useKeys();
  const { phases, durationMs, playback, names } = props;
  return (
    <button
      type="button"
      className={styles.add}
      title={withKey(t('phase.add'), 'phase')}
      aria-label={t('phase.add')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        const now = playback.now();
        const name = nextName(names, phases, now);
        void props.setPhases((list) => phaseBegun(list, name, now, durationMs));
      }}
    >
      <IconPlus size={13} aria-hidden />
    </button>
  );
}
