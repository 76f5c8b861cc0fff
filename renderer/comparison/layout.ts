/** Where everything of a comparison's profile stands, in pixels: pure. */
import { levels } from '../../db/scale';
import type { Axis } from '../results/profileLayout';

export type ComparisonColumns = {
  fullNames: boolean;
  numberEnd: number;
  nameStart: number;
  nameWidth: number;
  /** One for each side, in order, with the middle of its column of differences. */
  sides: { axis: Axis; difference: number }[];
};

const numberWidth = 26;
const margin = 18;
/** For the heading of either language. */
const differenceWidth = 68;

/** @param width of the whole, from about 480 */
export function comparisonColumns(width: number, sides: number): ComparisonColumns {
  const fullNames = width >= 900;
  const nameWidth = fullNames ? 400 : 140;
  const each = (width - numberWidth - nameWidth) / sides;
  const step = Math.floor((each - 2 * margin - differenceWidth) / (levels.length - 1));
  return {
    fullNames,
    numberEnd: numberWidth - 8,
    nameStart: numberWidth,
    nameWidth: nameWidth - 6,
    sides: Array.from({ length: sides }, (_, at) => {
      const start = numberWidth + nameWidth + at * each + margin;
      return {
        axis: { start, step },
        difference: start + step * (levels.length - 1) + margin + differenceWidth / 2,
      };
    }),
  };
}
