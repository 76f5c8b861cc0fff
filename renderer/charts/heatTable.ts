/** The numbers of the heat map, as its table shows them. */
import { items, type Language } from '../../db/scale';
import { dayShort, number } from '../format';
import { hashOf } from '../place';
import type { Words } from '../words/words';
import type { Cell, ChartTable } from './chartTable';
import type { HeatCell, HeatSession } from './heat';

/** A row for each session, the oldest first; never of several together. */
export function heatTable(sessions: readonly HeatSession[], t: Words, language: Language): ChartTable {
  const names = items.map(({ number, short }) => `${number} ${short[language]}`);
  return {
    head: [t('session.date'), t('comparisons.heatRaters'), t('rating.overallShort'), ...names],
    rows: sessions.map(({ session, raters, cells }) => [
      {
        text: dayShort(session.date, language),
        value: session.date,
        href: hashOf({ name: 'results', sessionId: session.id }),
      },
      { text: String(raters), value: raters },
      ...cells.map((cell) => cellOf(cell, t, language)),
    ]),
  };
}

function cellOf({ state, mean }: HeatCell, t: Words, language: Language): Cell {
  if (mean !== null) return { text: number(mean, language), value: mean };
  return state === 'noOccasion' ? { text: t('rating.noOccasion') } : { text: '–', value: undefined };
}
