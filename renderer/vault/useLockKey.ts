import { useEffect } from 'react';
import { ask } from '../ask';
import { actionOf } from '../player/keys';
import { useKeys } from '../player/useKeys';
import { tell } from '../queries';

export const lockByHand = () => void ask('lockByHand').catch(tell);

/** The key that locks works everywhere: in fields and open dialogs as well, unless it types something there. */
export function useLockKey(): void {
  const { keymap } = useKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || actionOf(event, keymap) !== 'lockLibrary') return;
      const target = event.target instanceof Element ? event.target : document.body;
      const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      // A key that is being chosen in the settings is not pressed.
      if (target.closest('[data-capture]') !== null) return;
      if (types && target.closest('input, textarea') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      lockByHand();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [keymap]);
}
