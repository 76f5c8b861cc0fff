import { useEffect, useRef } from 'react';
import { type Action, actionOf, digitOf } from '../player/keys';
import { useKeys } from '../player/useKeys';

export type KeyHandlers = {
  act: Readonly<Record<Action, () => void>>;
  digit: (digit: number) => void;
  enter: () => void;
  shiftEnter: () => void;
  backspace: () => void;
  leave: () => void;
};

/** Actions that go on while a key is held; all others are one press, however long. */
const repeating: readonly Action[] = [
  'back1',
  'back5',
  'back10',
  'back30',
  'forward1',
  'forward5',
  'forward10',
  'forward30',
  'frameBack',
  'frameForward',
  'previousItem',
  'nextItem',
  'louder',
  'softer',
  'undo',
  'redo',
  'zoomIn',
  'zoomOut',
  'nudgeBack',
  'nudgeForward',
  'nudgeEndBack',
  'nudgeEndForward',
];

/** Keys of the desk. Text fields and open windows keep theirs; a focused button keeps Space and Enter. */
export function useDeskKeys(handlers: KeyHandlers): void {
  const { keymap } = useKeys();
  const latest = useRef({ ...handlers, keymap });
  latest.current = { ...handlers, keymap };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // While an input method composes, its keys are its own; some only say so by the key's name.
      if (event.isComposing || event.key === 'Process' || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('[role="dialog"]') !== null) return;
      const { act, digit, enter, shiftEnter, backspace, leave, keymap } = latest.current;
      const action = actionOf(event, keymap);
      // From everywhere on the desk: also from a note, which is kept as it is left.
      if (action === 'submit' && !event.repeat) {
        event.preventDefault();
        leave();
        act.submit();
        return;
      }
      const writing = target.closest(
        'input:not([type="checkbox"]):not([type="radio"]), textarea, [role="listbox"]',
      );
      if (writing !== null) {
        if (event.key === 'Escape' && writing.getAttribute('aria-expanded') !== 'true') leave();
        // Inside a note, Ctrl+Space still plays and pauses.
        if (event.ctrlKey && !event.altKey && event.code === 'Space') {
          event.preventDefault();
          if (!event.repeat) act.toggle();
        }
        // A key that types nothing, as F1, shows the keys from here as well.
        if (action === 'help' && event.key.length > 1) {
          event.preventDefault();
          act.help();
        }
        return;
      }
      const radio = target.closest('input[type="radio"], [role="radio"]') !== null;
      const pressable = target.closest('button, a, input') !== null;
      // A chosen level keeps the focus, and Space goes on playing: it must not take the level back.
      if (pressable && (event.key === 'Enter' || (event.key === ' ' && !radio))) return;
      const withModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (radio && event.key.startsWith('Arrow') && !withModifier) return;
      // The divider has its arrow keys to itself.
      if (target.closest('[role="separator"]') !== null && event.key.startsWith('Arrow')) return;
      const number = digitOf(event);
      const run =
        action !== undefined
          ? act[action]
          : number !== undefined
            ? () => digit(number)
            : event.key === 'Enter'
              ? event.shiftKey
                ? shiftEnter
                : enter
              : event.key === 'Backspace'
                ? backspace
                : event.key === 'Escape'
                  ? leave
                  : undefined;
      if (run === undefined) return;
      event.preventDefault();
      if (event.repeat && !(action !== undefined && repeating.includes(action))) return;
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
