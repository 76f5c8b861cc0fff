/** The signs of therapists who rated themselves: shapes first, so that colour is not needed. */

/** Of the therapists in order of name; the fifth and later share the last. Radius 5 around the middle. */
const shapes = [
  'M0-5.5 5 4.5H-5Z',
  'M0-6 5.5 0 0 6-5.5 0Z',
  'M-4.5-4.5h9v9h-9Z',
  'M-5-4.5H5L0 5.5Z',
] as const;
const round = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0';

/** @param sign whose it is, counted from 0, or the mean of several */
export const shapeOf = (sign: number | 'mean'): string =>
  sign === 'mean' ? round : (shapes[Math.min(sign, shapes.length - 1)] ?? round);

/** One as the legend shows it. */
export function SelfSign({ sign }: { sign: number | 'mean' }) {
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
      <path d={shapeOf(sign)} fill="var(--ink)" />
    </svg>
  );
}
