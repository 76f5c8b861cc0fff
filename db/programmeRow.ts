/** A programme as its row has it, and back: pure. */
import type { Programme } from './model.ts';

export type ProgrammeColumns = Omit<Programme, 'rules'> & {
  within1Percent: number | null;
  within1Sessions: number | null;
  biasMost: number | null;
  iccLeast: number | null;
  overallWithin1: number;
  fewestSessions: number;
};

export function rowOf({ rules, ...rest }: Programme): ProgrammeColumns {
  return {
    ...rest,
    within1Percent: rules.within1?.percent ?? null,
    within1Sessions: rules.within1?.sessions ?? null,
    biasMost: rules.bias,
    iccLeast: rules.icc,
    overallWithin1: rules.overallWithin1 ? 1 : 0,
    fewestSessions: rules.fewestSessions,
  };
}

export function programmeOf(row: ProgrammeColumns): Programme {
  const { within1Percent, within1Sessions, biasMost, iccLeast, overallWithin1, fewestSessions, ...rest } =
    row;
  const within1 =
    within1Percent === null || within1Sessions === null
      ? null
      : { percent: within1Percent, sessions: within1Sessions };
  return {
    ...rest,
    rules: { within1, bias: biasMost, icc: iccLeast, overallWithin1: overallWithin1 === 1, fewestSessions },
  };
}
