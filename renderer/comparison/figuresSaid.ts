/** How a rating lies to the standard, in sentences: pure. */
import type { Language } from '../../db/scale';
import type { SessionFigures, StandardBy, Within1 } from '../../preload/api';
import { decimals, percent } from '../agreement/figures';
import { wallDay } from '../format';
import type { Words } from '../words/words';

/** '17 of 19 … within one point (89%, 95% interval 69 to 97%)', or why there is none. */
function within1Said({ count, of, share, limits }: Within1, t: Words): string {
  if (share === undefined || limits.lower === undefined) return t('comparison.nothingToCompare');
  return t('comparison.within', {
    count,
    of,
    share: percent(share),
    low: percent(limits.lower),
    high: percent(limits.upper),
  });
}

function biasSaid(bias: number | undefined, t: Words, language: Language): string | undefined {
  if (bias === undefined) return undefined;
  const points = decimals(Math.abs(bias), language, 1);
  if (Number(Math.abs(bias).toFixed(1)) === 0) return t('comparison.same');
  return bias > 0 ? t('comparison.higher', { points }) : t('comparison.lower', { points });
}

/** All of it, one sentence after the other. */
export function figuresSaid(figures: SessionFigures, t: Words, language: Language): string {
  const { within1, bias, occasion, leftOut } = figures;
  const mean = biasSaid(bias, t, language);
  return [
    within1Said(within1, t),
    ...(mean === undefined ? [] : [mean]),
    ...(occasion === 0 ? [] : [t('comparison.occasion', { count: occasion })]),
    ...(leftOut === 0 ? [] : [t('comparison.leftOut', { count: leftOut })]),
  ].join(' ');
}

export function standardSaid({ how, names, at }: StandardBy, t: Words, language: Language): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return t(`comparison.by.${how}`, { names: list, day: wallDay(at, language) });
}
