import { useMemo, useState } from 'react';
import type { SubjectProgress } from '../../db/progress';
import styles from './Comparisons.module.css';
import type { MeasureChosen } from './MeasureChoice';
import { SelfByItem } from './SelfByItem';
import { SelfOverTime } from './SelfOverTime';
import { byMeasure, differencesOf, itemMeanDifferences } from './selfDifference';
import { overallMeasure, type Side } from './series';

/** `about` is what files about the subject are called by. */
type Props = { about: string; progress: SubjectProgress };

/** How far therapists' ratings of their own sessions lie from supervisors' of the same: over time, and by item. */
export function SelfAgainstSupervisor({ about, progress }: Props) {
  const [chosen, setChosen] = useState<MeasureChosen>(overallMeasure);
  const [side, setSide] = useState<Side>('quality');
  const differences = useMemo(
    () => (chosen === 'items' ? itemMeanDifferences(progress, side) : differencesOf(progress, chosen, side)),
    [progress, chosen, side],
  );
  const summaries = useMemo(() => byMeasure(progress, side), [progress, side]);
  return (
    <div className={styles.two}>
      <SelfOverTime
        about={about}
        differences={differences}
        chosen={chosen}
        choose={setChosen}
        side={side}
        chooseSide={setSide}
      />
      {summaries.length > 0 && <SelfByItem about={about} summaries={summaries} side={side} />}
    </div>
  );
}
