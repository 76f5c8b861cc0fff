/** Where in the program the window is, kept in the address, so that a reload comes back to it. */
import { useSyncExternalStore } from 'react';

export type Place =
  | { name: 'library' }
  | { name: 'session'; sessionId: string }
  | { name: 'rate'; ratingId: string }
  | { name: 'progress'; therapistId: string | undefined }
  | { name: 'settings' }
  /** What the site has set: a page of the settings. */
  | { name: 'site' };

export function placeOf(hash: string): Place {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'session' && id) return { name, sessionId: id };
  if (name === 'rate' && id) return { name, ratingId: id };
  if (name === 'progress') return { name, therapistId: id || undefined };
  if (name === 'settings' || name === 'site') return { name };
  return { name: 'library' };
}

export function hashOf(place: Place): string {
  switch (place.name) {
    case 'library':
      return '#/';
    case 'session':
      return `#/session/${place.sessionId}`;
    case 'rate':
      return `#/rate/${place.ratingId}`;
    case 'progress':
      return place.therapistId === undefined ? '#/progress' : `#/progress/${place.therapistId}`;
    case 'settings':
      return '#/settings';
    case 'site':
      return '#/site';
    default:
      return place satisfies never;
  }
}

export function go(place: Place): void {
  window.location.hash = hashOf(place);
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
