/** What came of each rule, in words: pure. */
import type { Language } from '../../db/scale';
import type { AgreementEstimate, AttemptResult, Dimension, RuleResult } from '../../preload/api';
import { decimals, points, rangeText, reasonText } from '../agreement/figures';
import type { Words } from '../words/words';

/** The sides that were counted say what the programme goes by. */
export function dimensionOf({ sessions }: Pick<AttemptResult, 'sessions'>): Dimension {
  const sides = sessions[0]?.overall.map(({ side }) => side) ?? [];
  return sides.length > 1 ? 'both' : (sides[0] ?? 'quality');
}

export type ValueSaid = {
  value: string;
  /** The interval, or why there is none, and what it rests on. */
  rests: string;
};

export function valueSaid(result: RuleResult, t: Words, language: Language): ValueSaid {
  switch (result.rule) {
    case 'within1':
      return {
        value: t('attempt.value.run', { count: result.longest }),
        rests: t('attempt.value.runRests'),
      };
    case 'bias':
      return {
        value: result.bias.value === undefined ? '–' : points(result.bias.value, language, 2),
        rests: restsOf(
          result.bias,
          biasRange(result.bias, t, language),
          t('attempt.value.sessions', { count: result.n }),
          t,
        ),
      };
    case 'icc':
      return {
        value: result.icc.value === undefined ? '–' : decimals(result.icc.value, language),
        rests: restsOf(
          result.icc,
          rangeText(result.icc.limits, t, language),
          t('attempt.value.itemRatings', { count: result.n }),
          t,
        ),
      };
    case 'overallWithin1':
      return {
        value: t('attempt.value.ofAll', { count: result.count, of: result.of }),
        rests: t('attempt.value.overalls'),
      };
    case 'fewestSessions':
      return { value: String(result.count), rests: t('attempt.value.rated') };
    default:
      return result satisfies never;
  }
}

/** As fine as the mean itself: what is asked is half a point. */
function biasRange({ limits }: AgreementEstimate, t: Words, language: Language): string | undefined {
  return limits.lower === undefined
    ? undefined
    : t('agreement.range', {
        low: points(Math.max(-6, limits.lower), language, 2),
        high: points(Math.min(6, limits.upper), language, 2),
      });
}

function restsOf(estimate: AgreementEstimate, range: string | undefined, basis: string, t: Words): string {
  if (range !== undefined) return t('attempt.value.interval', { range, basis });
  const { limits } = estimate;
  const why = estimate.value === undefined ? estimate.reason : limits.lower === undefined && limits.reason;
  return why === false ? basis : `${reasonSaid(why, t)} ${basis}`;
}

/** Where raters and sessions of agreement are spoken of, this is one rater beside the standard. */
function reasonSaid(why: Parameters<typeof reasonText>[0], t: Words): string {
  switch (why) {
    case 'tooFewSessions':
    case 'noPairs':
    case 'noVariance':
    case 'noResidualVariance':
      return t(`attempt.reason.${why}`);
    default:
      return reasonText(why, t);
  }
}
