/** Numbers of agreement as people read them: pure. */
import { itemOf, type Language } from '../../db/scale';
import type {
  AgreementEstimate,
  AgreementIcc,
  AgreementLimits,
  AgreementMeasure,
  AgreementReason,
  AgreementRow,
} from '../../preload/api';
import type { Words } from '../words/words';

const fixed = new Map<string, Intl.NumberFormat>();

/** Always as many decimals: 0.62 or 0,62; a true minus. */
export function decimals(value: number, language: Language, count = 2): string {
  const key = `${language} ${count}`;
  const format =
    fixed.get(key) ??
    new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
      minimumFractionDigits: count,
      maximumFractionDigits: count,
      signDisplay: 'negative',
    });
  fixed.set(key, format);
  return format.format(value).replace('-', '−');
}

/** A difference in points with its sign, and always one decimal: '+1.0', '−0.4', '0.0'. */
export const points = (value: number, language: Language, count = 1): string => {
  const shown = decimals(value, language, count);
  return Number(value.toFixed(count)) > 0 ? `+${shown}` : shown.replace(/^−(?=[0.,]+$)/u, '');
};

/** A share as whole per cent, 0 to 100: what lies below 0 is none. */
export const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100);

export function measureName(measure: AgreementMeasure, t: Words, language: Language): string {
  if (measure === 'mean') return t('agreement.mean');
  return measure === 0 ? t('rating.overall') : `${measure} ${itemOf(measure).name[language]}`;
}

export function measureShort(measure: AgreementMeasure, t: Words, language: Language): string {
  if (measure === 'mean') return t('agreement.mean');
  return measure === 0 ? t('rating.overall') : `${measure} ${itemOf(measure).short[language]}`;
}

/** '0.41 to 0.78', or undefined without an interval. */
export function rangeText(
  limits: AgreementLimits,
  t: Words,
  language: Language,
  count = 2,
): string | undefined {
  return limits.lower === undefined
    ? undefined
    : t('agreement.range', {
        low: decimals(limits.lower, language, count),
        high: decimals(limits.upper, language, count),
      });
}

/** The interval of a coefficient: how far it goes below nothing says nothing more. */
export function iccRange({ limits }: AgreementIcc, t: Words, language: Language): string | undefined {
  if (limits.lower === undefined || limits.lower >= 0) return rangeText(limits, t, language);
  return limits.upper < 0
    ? t('agreement.belowNothing')
    : t('agreement.range', {
        low: t('agreement.belowNothing'),
        high: decimals(limits.upper, language),
      });
}

/** '89 to 94%', or undefined without an interval. */
export function percentRange(limits: AgreementLimits, t: Words): string | undefined {
  if (limits.lower === undefined) return undefined;
  return t('agreement.percentRange', { low: percent(limits.lower), high: percent(limits.upper) });
}

/** Nobody can be further from anybody on a scale of seven levels. */
const mostPoints = 6;

/** '−0.2 to +0.7', or undefined without an interval; no wider than the scale. */
export function pointsRange(limits: AgreementLimits, t: Words, language: Language): string | undefined {
  if (limits.lower === undefined) return undefined;
  return t('agreement.range', {
    low: points(Math.max(-mostPoints, limits.lower), language),
    high: points(Math.min(mostPoints, limits.upper), language),
  });
}

/** 'moderate to excellent', or 'good' where both ends are in the same band. */
export function bandText(icc: AgreementIcc, t: Words): string | undefined {
  const { kooLi } = icc;
  if (kooLi === undefined) return undefined;
  const [from, to] = [t(`agreement.band.${kooLi.from}`), t(`agreement.band.${kooLi.to}`)];
  return kooLi.from === kooLi.to ? from : t('agreement.bandRange', { from, to });
}

export const reasonText = (reason: AgreementReason, t: Words): string => t(`agreement.reason.${reason}`);

/** Why there is no number, or no interval. */
export function whyNot(estimate: AgreementEstimate, t: Words): string | undefined {
  if (estimate.value === undefined) return reasonText(estimate.reason, t);
  return estimate.limits.lower === undefined ? reasonText(estimate.limits.reason, t) : undefined;
}

/** Of a form that is looked at: that of one rater, or of the mean of the raters there were. */
export type Unit = 'single' | 'mean';
export const iccOf = (row: AgreementRow, unit: Unit): AgreementIcc =>
  row.iccs[unit === 'single' ? 'ICC(2,1)' : 'ICC(2,k)'];

/** '8', or '8 (3.1)' where not every session has all of them. */
export function ratersText({ k, ratersPerSession }: AgreementRow, t: Words, language: Language): string {
  return k === 0 || Math.abs(k - ratersPerSession) < 0.05
    ? String(k)
    : t('agreement.kOf', { k, each: decimals(ratersPerSession, language, 1) });
}

/** A rater who is clearly apart: the interval of the difference does not hold 0. */
export function isClear({ limits }: AgreementEstimate): boolean {
  return limits.lower !== undefined && (limits.lower > 0 || limits.upper < 0);
}
