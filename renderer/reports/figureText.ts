/** Numbers as a report writes them: pure. */
import type { Language } from '../../db/scale';
import { number } from '../format';
import type { Figure } from './choosing';

/** '3–6', or undefined where one level stands alone. */
export function range({ count, lowest, highest }: Figure, language: Language): string | undefined {
  if (count < 2 || lowest === null || highest === null) return undefined;
  return lowest === highest ? undefined : `${number(lowest, language)}–${number(highest, language)}`;
}
