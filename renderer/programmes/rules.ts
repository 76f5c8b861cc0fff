/** Pass rules in words, as a programme's set-up, a result and a certificate say them. */
import type { Dimension, PassRules, RuleResult } from '../../preload/api';
import type { Words } from '../words/words';

export type RuleSentence = { rule: RuleResult['rule']; text: string };

/** A sentence for each rule that the programme has, in the order in which results come. */
export function ruleSentences(
  { within1, bias, icc, overallWithin1, fewestSessions }: PassRules,
  dimension: Dimension,
  t: Words,
): RuleSentence[] {
  const what = t(`attempt.dimension.${dimension}`);
  return [
    ...(within1 === null ? [] : [said('within1', withinSaid(within1, what, t))]),
    ...(bias === null ? [] : [said('bias', t('attempt.rule.bias', { most: bias }))]),
    ...(icc === null ? [] : [said('icc', t('attempt.rule.icc', { least: icc }))]),
    ...(overallWithin1 ? [said('overallWithin1', t('attempt.rule.overallWithin1'))] : []),
    said('fewestSessions', t('attempt.rule.fewestSessions', { count: fewestSessions })),
  ];
}

const said = (rule: RuleSentence['rule'], text: string): RuleSentence => ({ rule, text });

function withinSaid(
  { percent, sessions }: NonNullable<PassRules['within1']>,
  what: string,
  t: Words,
): string {
  return sessions === 1
    ? t('attempt.rule.within1Once', { percent, what })
    : t('attempt.rule.within1', { percent, sessions, what });
}

/** The rules that were asked, from what came of them. */
export function askedOf(results: readonly RuleResult[]): PassRules {
  const rules: PassRules = {
    within1: null,
    bias: null,
    icc: null,
    overallWithin1: false,
    fewestSessions: 1,
  };
  for (const one of results) {
    switch (one.rule) {
      case 'within1':
        rules.within1 = { percent: one.percent, sessions: one.sessions };
        break;
      case 'bias':
        rules.bias = one.most;
        break;
      case 'icc':
        rules.icc = one.least;
        break;
      case 'overallWithin1':
        rules.overallWithin1 = true;
        break;
      case 'fewestSessions':
        rules.fewestSessions = one.fewest;
        break;
      default:
        one satisfies never;
    }
  }
  return rules;
}
