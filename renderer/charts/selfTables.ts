/** The numbers of self-ratings against supervisors', as the tables show them. */
import { itemOf, type Language } from '../../db/scale';
import { dayShort, number, signed } from '../format';
import { hashOf } from '../place';
import type { Words } from '../words/words';
import type { Cell, ChartTable } from './chartTable';
import type { byMeasure, Difference } from './selfDifference';
import { overallMeasure } from './series';

export function differencesTable(
  differences: readonly Difference[],
  t: Words,
  language: Language,
): ChartTable {
  return {
    head: [
      t('session.date'),
      t('comparisons.differenceHead'),
      t('comparisons.selfHead'),
      t('comparisons.othersHead'),
      t('comparisons.ratersHead'),
    ],
    rows: differences.map(({ session, difference, self, others, raterIds }) => [
      {
        text: dayShort(session.date, language),
        value: session.date,
        href: hashOf({ name: 'results', sessionId: session.id }),
      },
      { text: signed(difference, language), value: difference },
      { text: number(self, language), value: self },
      { text: number(others, language), value: others },
      { text: String(raterIds.length), value: raterIds.length },
    ]),
  };
}

export function summariesTable(
  summaries: ReturnType<typeof byMeasure>,
  t: Words,
  language: Language,
): ChartTable {
  const difference = (value: number | undefined): Cell =>
    value === undefined ? { text: '–' } : { text: signed(value, language), value };
  return {
    head: [
      t('rating.item'),
      t('comparisons.differenceHead'),
      t('comparisons.lowHead'),
      t('comparisons.highHead'),
      t('comparisons.sessionsHead'),
      t('comparisons.oneRaterHead'),
    ],
    rows: summaries.map(({ measure, mean, interval, count, oneRater }) => [
      {
        text:
          measure === overallMeasure ? t('rating.overall') : `${measure} ${itemOf(measure).name[language]}`,
      },
      difference(mean),
      difference(interval?.low),
      difference(interval?.high),
      { text: String(count), value: count },
      { text: String(oneRater), value: oneRater },
    ]),
  };
}
