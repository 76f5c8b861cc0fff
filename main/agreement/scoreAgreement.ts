import type { BeyondChance } from './beyondChance.ts';
import { ac2 } from './chanceAgreement.ts';
import { type Iccs, iccs } from './icc.ts';
import { type OccasionAgreement, occasionAgreement } from './occasion.ts';
import { type TableAgreement, tableAgreement } from './simpleAgreement.ts';
import { type Spread, spreadOf } from './spread.ts';
import { type JudgedTable, levelsOf } from './table.ts';

export type ScoreAgreement = {
  icc: Iccs;
  /** Its `small` says that the intraclass correlation means little. */
  spread: Spread;
  simple: TableAgreement;
  /** Gwet's AC2 with quadratic weights over 1 to 7; `outsideScale` for means over items. */
  ac2: BeyondChance;
  occasion: OccasionAgreement;
};

/**
 * All that stands in one row of the table of agreement. An intraclass correlation never stands alone: where
 * sessions are alike it is low, however well raters agree, so the spread, the share within one point and AC2 stand
 * beside it.
 * @param table of one score, sessions by raters, of independent ratings (see `independentRatings`)
 */
export function scoreAgreement(table: JudgedTable): ScoreAgreement {
  const { table: levels } = levelsOf(table);
  return {
    icc: iccs(levels),
    spread: spreadOf(levels),
    simple: tableAgreement(levels),
    ac2: ac2(levels, { weights: 'quadratic' }),
    occasion: occasionAgreement(table),
  };
}
