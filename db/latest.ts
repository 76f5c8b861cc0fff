/** Which version of a rating stands: pure. */
import type { Rating } from './model.ts';

type Versioned = Pick<Rating, 'sessionId' | 'raterId' | 'purpose' | 'version'>;

/** The latest of the versions of each rating, in the order given. */
export function latest<T extends Versioned>(versions: readonly T[]): T[] {
  const key = ({ sessionId, raterId, purpose }: Versioned) => `${sessionId} ${raterId} ${purpose}`;
  const last = new Map<string, T>();
  for (const one of versions) {
    const known = last.get(key(one));
    if (known === undefined || one.version > known.version) last.set(key(one), one);
  }
  return versions.filter((one) => last.get(key(one)) === one);
}
