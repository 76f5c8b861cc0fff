/** The numbers of a chart of one level over sessions: pure. */
import type { Language } from '../../db/scale';
import { dayShort, number } from '../format';
import { hashOf } from '../place';
import type { Words } from '../words/words';
import type { Cell, ChartTable } from './chartTable';
import type { Point } from './series';

/** The newest session first. */
export function measureTable(points: readonly Point[], t: Words, language: Language): ChartTable {
  return {
    head: [
      t('session.date'),
      t('progress.mean'),
      t('progress.raters'),
      t('progress.range'),
      t('progress.selfShort'),
      t('rating.noOccasion'),
    ],
    rows: points.toReversed().map((point): Cell[] => [
      {
        text: dayShort(point.session.date, language),
        value: point.session.date,
        href: hashOf({ name: 'results', sessionId: point.session.id }),
      },
      meanOf(point, language),
      { text: String(point.raters.length), value: point.raters.length },
      { text: rangeOf(point) },
      { text: point.self.length === 0 ? '–' : point.self.map(({ level }) => level).join(', ') },
      { text: String(point.noOccasion), value: point.noOccasion },
    ]),
  };
}

function meanOf({ mean }: Point, language: Language): Cell {
  return mean === null ? { text: '–', value: undefined } : { text: number(mean, language), value: mean };
}

/** From the lowest to the highest; one rater has no range. */
function rangeOf({ raters, lowest, highest }: Point): string {
  return raters.length < 2 ? '–' : `${lowest}–${highest}`;
}
