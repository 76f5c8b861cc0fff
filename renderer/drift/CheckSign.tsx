import type { DriftPoint } from '../../preload/api';
import { signPath } from '../results/signs';

/** One check around 0, 0 of its drawing: a dot for a standard session, a diamond for a double coding. */
export function CheckSign({ kind, large = false }: { kind: DriftPoint['kind']; large?: boolean }) {
  return (
    <path
      d={signPath(kind === 'check' ? 'circle' : 'diamond', large ? 6.5 : 5)}
      fill="var(--card)"
      stroke="var(--ink)"
      strokeWidth={1.5}
    />
  );
}

/** Around 0, 0: where the running mean is out of its limits. */
export function AlarmSign() {
  return (
    <g>
      <path d={signPath('triangle', 6.2)} fill="var(--warn)" stroke="var(--card)" />
      <text y={2.8} textAnchor="middle" fontSize={8} fontWeight={700} fill="var(--card)">
        !
      </text>
    </g>
  );
}
