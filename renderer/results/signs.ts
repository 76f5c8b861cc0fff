/** Which sign each rating of a session has in charts and lists: pure. */
import type { ResultsRating } from '../../db/results';

/** The triangle is the therapists' own, as in the charts of progress. */
export const signShapes = ['circle', 'square', 'hexagon', 'diamond', 'pentagon', 'triangle'] as const;
export type SignShape = (typeof signShapes)[number];

/** A letter, since shapes run out, and since a letter can be said aloud. */
export type Sign = { letter: string; shape: SignShape };

type Rated = { rating: Pick<ResultsRating['rating'], 'id' | 'purpose'> };

/**
 * A letter for each rating in the order given, and a shape: triangles for self-ratings, the others by turns. Taken
 * over all ratings of the session, so that a rating keeps its sign when another is put aside.
 */
export function signsOf(ratings: readonly Rated[]): Map<string, Sign> {
  const own = signShapes.slice(0, -1);
  let others = 0;
  return new Map(
    ratings.map(({ rating }, at) => {
      const shape = rating.purpose === 'selfRating' ? 'triangle' : (own[others++ % own.length] ?? 'circle');
      return [rating.id, { letter: letterOf(at), shape }];
    }),
  );
}

/** A to Z, then A2 to Z2. */
export function letterOf(at: number): string {
  const round = Math.floor(at / 26);
  return String.fromCharCode(65 + (at % 26)) + (round === 0 ? '' : round + 1);
}

/** The outline of a sign around 0, 0 as an SVG path; all look equally large. */
export function signPath(shape: SignShape, size: number): string {
  switch (shape) {
    case 'circle':
      return `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
    case 'square':
      return polygon(4, size * 1.24, 45);
    case 'hexagon':
      return polygon(6, size * 1.14, 0);
    case 'diamond':
      return polygon(4, size * 1.3, 0);
    case 'pentagon':
      return polygon(5, size * 1.2, -90);
    case 'triangle':
      return polygon(3, size * 1.42, -90);
    default:
      return shape satisfies never;
  }
}

function polygon(corners: number, radius: number, from: number): string {
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = ((from + (360 * at) / corners) * Math.PI) / 180;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}
