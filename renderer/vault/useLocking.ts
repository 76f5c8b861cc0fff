import { useEffect } from 'react';
import { ask } from '../ask';
import { tell } from '../queries';

/** Told that the library is about to be locked: what is typed and not yet saved is saved, and then it is. */
export function useLocking(): void {
  useEffect(() => window.api.on('locking', () => void saveAndLock().catch(tell)), []);
}

async function saveAndLock(): Promise<void> {
  // Fields that keep what they hold when they are left, and those that keep it when the window closes.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.dispatchEvent(new Event('beforeunload'));
  // Questions are answered in their order: after the first of these all that was asked is kept, after the second
  // also what waited for an answer.
  await ask('start');
  await ask('start');
  await ask('lock');
}
