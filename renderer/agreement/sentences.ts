/** A row of agreement in plain words: pure. */
import type { Language } from '../../db/scale';
import type { AgreementIcc, AgreementRow } from '../../preload/api';
import type { Words } from '../words/words';
import { decimals, iccOf, isClear, percent, reasonText, type Unit } from './figures';

export type NameOf = (raterId: string) => string;

/** The sentences in the order in which they matter; `caution` is what must be read before all others. */
export function sentencesOf(
  row: AgreementRow,
  unit: Unit,
  nameOf: NameOf,
  t: Words,
  language: Language,
): { caution: string | undefined; text: string } {
  const caution =
    row.smallSpread && row.sd.value !== undefined
      ? t('agreement.say.small', { sd: decimals(row.sd.value, language) })
      : undefined;
  // Where sessions are alike the coefficient says nothing of the raters: no verdict goes by it.
  const said = caution === undefined ? [iccSaid(row, unit, t, language)] : [];
  const { count, of } = row.within1;
  if (of > 0) said.push(t('agreement.say.within', { count, of }));
  const bias = biasSaid(row, nameOf, t, language);
  if (bias !== undefined) said.push(bias);
  if (row.occasion.different > 0) said.push(t('agreement.say.occasion', { count: row.occasion.different }));
  if (row.oneRaterSessions > 0) said.push(t('agreement.say.oneRater', { count: row.oneRaterSessions }));
  return { caution, text: said.join(' ') };
}

function iccSaid(row: AgreementRow, unit: Unit, t: Words, language: Language): string {
  const icc = iccOf(row, unit);
  if (icc.value === undefined) return reasonText(icc.reason, t);
  const share = percent(icc.value);
  const { limits } = icc;
  if (limits.lower === undefined) {
    return `${t('agreement.say.singleNoInterval', { share })} ${reasonText(limits.reason, t)}`;
  }
  const [low, high] = [percent(limits.lower), percent(limits.upper)];
  const { n } = row;
  // Below nothing there is no share to tell of.
  if (icc.value <= 0) return t('agreement.say.nothing', { n, low, high });
  const { kooLi } = icc;
  if (kooLi?.from === 'poor' && (kooLi.to === 'good' || kooLi.to === 'excellent')) {
    const [from, to] = [t(`agreement.band.${kooLi.from}`), t(`agreement.band.${kooLi.to}`)];
    return t('agreement.verdict.uncertain', { n, from, to });
  }
  const whose =
    unit === 'single'
      ? t('agreement.verdict.ofOne')
      : t('agreement.verdict.ofMean', { raters: rounded(icc.raters, language) });
  const told = t(unit === 'single' ? 'agreement.say.single' : 'agreement.say.mean', { share, n, low, high });
  return kooLi === undefined ? told : `${t(`agreement.verdict.${verdictOf(kooLi)}`, { whose })} ${told}`;
}

/** What the interval allows to be said of a score, in the order of Koo & Li's bands. */
function verdictOf({ from, to }: NonNullable<AgreementIcc['kooLi']>) {
  if (to === 'poor') return 'hardly';
  if (from === 'poor') return 'notEnough';
  return from === 'moderate' ? 'fairly' : 'dependable';
}

const rounded = (raters: number, language: Language): string =>
  Number.isInteger(raters) ? String(raters) : decimals(raters, language, 1);

function biasSaid(
  { bias, severities, k }: AgreementRow,
  nameOf: NameOf,
  t: Words,
  language: Language,
): string | undefined {
  if (bias?.difference.value === undefined || bias.difference.limits.lower === undefined) return undefined;
  if (!isClear(bias.difference)) return t('agreement.say.noBias');
  const named = {
    name: nameOf(bias.raterId),
    points: decimals(Math.abs(bias.difference.value), language, 1),
  };
  const said = bias.difference.value > 0 ? t('agreement.say.higher', named) : t('agreement.say.lower', named);
  // Of two raters the other is as far away, the other way.
  const others = severities.filter(({ difference }) => isClear(difference)).length - 1;
  return k > 2 && others > 0 ? `${said} ${t('agreement.say.more', { count: others })}` : said;
}
