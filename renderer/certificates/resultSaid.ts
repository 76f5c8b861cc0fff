/** What came of a rule, in figures with their interval and what they rest on: pure. */
import type { Language } from '../../db/scale';
import type { AgreementEstimate, RuleResult } from '../../preload/api';
import { decimals, points, reasonText } from '../agreement/figures';
import type { Words } from '../words/words';

export function resultSaid(result: RuleResult, t: Words, language: Language): string {
  switch (result.rule) {
    case 'within1':
      return t('certificate.outcome.within1', { count: result.longest });
    case 'bias': {
      const inPoints = (value: number) => points(value, language, 2);
      const said = (value: string) => t('certificate.outcome.points', { value });
      return [
        inFigures(result.bias, inPoints, said, t),
        t('certificate.countSessions', { count: result.n }),
      ].join('; ');
    }
    case 'icc':
      return [
        inFigures(
          result.icc,
          (value) => decimals(value, language),
          (value) => value,
          t,
        ),
        t('certificate.countRatings', { count: result.n }),
      ].join('; ');
    case 'overallWithin1':
      return t('certificate.outcome.overallWithin1', { count: result.count, of: result.of });
    case 'fewestSessions':
      return t('certificate.outcome.fewestSessions', { count: result.count });
    default:
      return result satisfies never;
  }
}

function inFigures(
  estimate: AgreementEstimate,
  figure: (value: number) => string,
  said: (figure: string) => string,
  t: Words,
): string {
  if (estimate.value === undefined)
    return t('certificate.outcome.none', { reason: reasonText(estimate.reason, t) });
  const value = said(figure(estimate.value));
  const { lower, upper } = estimate.limits;
  if (lower === undefined) return value;
  return `${value} (${t('agreement.range', { low: figure(lower), high: figure(upper) })})`;
}
