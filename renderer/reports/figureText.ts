/** Numbers as a report writes them: pure. */
import type { Language } from '../../db/scale';
import { number } from '../format';
import type { Figure } from './choosing';

/** One decimal; two where one would seem to reach the next level: 3.96 is not yet good enough, and never '4'. */
export function level(mean: number, language: Language): string {
  const short = number(mean, language);
  if (Math.floor(Math.round(mean * 10) / 10) === Math.floor(mean)) return short;
  const cut = Math.floor(mean * 100) / 100;
  return new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { minimumFractionDigits: 2 }).format(
    cut,
  );
}

/** '3–6', or undefined where one level stands alone. */
export function range({ count, lowest, highest }: Figure, language: Language): string | undefined {
  if (count < 2 || lowest === null || highest === null) return undefined;
  return lowest === highest ? undefined : `${level(lowest, language)}–${level(highest, language)}`;
}
