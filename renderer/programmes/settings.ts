/** What a programme is set to: its usual settings, and what does not go together. Pure. */
import type { PassRules, Programme, ProgrammeSettings } from '../../preload/api';

/** What a rule begins with when it is switched on: the usual values of the field. */
export const usualRules = {
  within1: { percent: 80, sessions: 3 },
  bias: 0.5,
  icc: 0.6,
} as const satisfies Partial<PassRules>;

export const usualSettings = (editionId: string): ProgrammeSettings => ({
  name: '',
  editionId,
  dimension: 'both',
  rules: {
    within1: usualRules.within1,
    bias: usualRules.bias,
    icc: null,
    overallWithin1: true,
    fewestSessions: 3,
  },
  attempts: 2,
  validMonths: 12,
  target: 0.7,
  doublePercent: 20,
});

export const settingsOf = ({ id: _id, madeAt: _madeAt, ...settings }: Programme): ProgrammeSettings =>
  settings;

export type RulesConcern = 'noRules' | 'rowTooLong' | 'iccFew';

/** With so few sessions the lower limit of an ICC is low whoever rates. */
const fewForIcc = 8;

/** What whoever sets the rules should know of them; none keeps them from being saved. */
export function concernsOf({
  within1,
  bias,
  icc,
  overallWithin1,
  fewestSessions,
}: PassRules): RulesConcern[] {
  return [
    ...(within1 === null && bias === null && icc === null && !overallWithin1 ? (['noRules'] as const) : []),
    ...(within1 !== null && within1.sessions > fewestSessions ? (['rowTooLong'] as const) : []),
    ...(icc !== null && fewestSessions < fewForIcc ? (['iccFew'] as const) : []),
  ];
}
