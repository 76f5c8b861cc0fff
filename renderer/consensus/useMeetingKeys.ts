import { useEffect, useEffectEvent } from 'react';
import { actionOf } from '../player/keys';
import { useKeys } from '../player/useKeys';

type Handlers = { undo: () => unknown; redo: () => unknown; finish: () => unknown };

/** Undo, redo and finishing have the keys of the desk. A text field takes back its own writing. */
export function useMeetingKeys(handlers: Handlers): void {
  const { keymap } = useKeys();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest('[role="dialog"]') !== null) return;
    const action = actionOf(event, keymap);
    const writes = target.closest('textarea, input[type="text"], [role="listbox"] input') !== null;
    if (action === 'submit' && !event.repeat) handlers.finish();
    else if (action === 'undo' && !writes) handlers.undo();
    else if (action === 'redo' && !writes) handlers.redo();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
