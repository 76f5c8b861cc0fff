import { useEffect, useRef } from 'react';
import { type Action, actionOf, digitOf } from '../player/keys';

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
];

/** Keys of the desk. Text fields and open windows keep theirs; a focused button keeps Space and Enter. */
export function useDeskKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('[role="dialog"]') !== null) return;
      const { act, digit, enter, shiftEnter, backspace, leave } = latest.current;
      const action = actionOf(event);
      const writing = target.closest(
        'input:not([type="checkbox"]):not([type="radio"]), textarea, [role="listbox"]',
      );
      if (writing !== null) {
        if (event.key === 'Escape' && writing.getAttribute('aria-expanded') !== 'true') leave();
        // Inside a note, Ctrl+Space still plays and pauses.
        if (event.ctrlKey && event.code === 'Space') {
          event.preventDefault();
          act.toggle();
        }
        return;
      }
      const radio = target.closest('input[type="radio"], [role="radio"]') !== null;
      const pressable = target.closest('button, a, input') !== null;
      // A chosen level keeps the focus, and Space goes on playing: it must not take the level back.
      if (pressable && (event.key === 'Enter' || (event.key === ' ' && !radio))) return;
      if (radio && event.key.startsWith('Arrow')) return;
      // The divider has its arrow keys to itself.
      if (target.closest('[role="separator"]') !== null && event.key.startsWith('Arrow')) return;
      const number = digitOf(event);
      const run =
        number !== undefined
          ? () => digit(number)
          : event.key === 'Enter'
            ? event.shiftKey
              ? shiftEnter
              : enter
            : event.key === 'Backspace'
              ? backspace
              : event.key === 'Escape'
                ? leave
                : action && act[action];
      if (run === undefined) return;
      event.preventDefault();
      if (event.repeat && !(action !== undefined && repeating.includes(action))) return;
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
