/** Who did what as a table: pure. */
import type { Language } from '../../db/scale';
import type { Cell, ChartTable } from '../charts/chartTable';
import { number } from '../format';
import type { Words } from '../words/words';
import type { Part, Who } from './whoDidWhat';

/** A row for each part of the session and the whole; for each therapist what was done, missed, and how well. */
export function whoTable(
  parts: readonly { label: string; by: Part['by'] }[],
  whos: readonly { who: Who; label: string }[],
  t: Words,
  language: Language,
): ChartTable {
  return {
    head: [
      t('results.part'),
      ...whos.flatMap(({ label }) => [
        `${label}: ${t('results.interventions')}`,
        `${label}: ${t('results.missed')}`,
        `${label}: ${t('results.meanQuality')}`,
      ]),
    ],
    rows: parts.map(({ label, by }) => [
      { text: label },
      ...whos.flatMap(({ who }): Cell[] => {
        const { interventions, missed, quality } = by[who];
        return [
          { text: String(interventions), value: interventions },
          { text: String(missed), value: missed },
          quality === undefined
            ? { text: '–', value: '' }
            : { text: number(quality.mean, language), value: quality.mean },
        ];
      }),
    ]),
  };
}
