/** What the programmes that are made up are like: their rules, and what their sessions are for. */
import type { NewProgrammeSession, ProgrammeSettings } from '../../db/model.ts';

export type ProgrammeSize = 'small' | 'large';

export const plans = {
  small: { sessions: 4, practice: 1, perTest: 3, tests: 1, checks: 0 },
  large: { sessions: 40, practice: 6, perTest: 5, tests: 2, checks: 8 },
} as const satisfies Record<ProgrammeSize, object>;

export const settingsOf = (size: ProgrammeSize, editionId: string): ProgrammeSettings => ({
  name: size === 'small' ? 'Innføring i MBT-G-AQS' : 'Grunnopplæring 2026',
  editionId,
  dimension: size === 'small' ? 'quality' : 'both',
  rules: {
    within1: { percent: 80, sessions: 3 },
    bias: 0.5,
    icc: size === 'small' ? null : 0.5,
    overallWithin1: true,
    fewestSessions: 3,
  },
  attempts: plans[size].tests,
  validMonths: 12,
  target: 0.7,
  doublePercent: 20,
});

type Plan = { practice: number; perTest: number; tests: number };

export function partOf(
  at: number,
  { practice, perTest, tests }: Plan,
): Pick<NewProgrammeSession, 'part' | 'testSet'> {
  if (at < practice) return { part: 'practice', testSet: null };
  const set = Math.floor((at - practice) / perTest) + 1;
  return set <= tests ? { part: 'test', testSet: set } : { part: 'check', testSet: null };
}
