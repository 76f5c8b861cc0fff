import type { Words } from '../words/words';
import { type Difference, most } from './differences';

/** How far the ratings of an item lie apart, in a sentence. */
export function differenceSaid({ occasion, alike, adherence, quality }: Difference, t: Words): string {
  if (alike) return t('consensus.difference.alike');
  if (occasion) return t('consensus.difference.occasion');
  if (adherence === undefined && quality === undefined) return t('consensus.difference.unknown');
  if (most({ adherence, quality }) === 0) return t('consensus.difference.none');
  if (adherence === undefined) return t('consensus.difference.quality', { quality: quality ?? 0 });
  return t('consensus.difference.both', { adherence, quality: quality ?? 0 });
}
