import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../db/changes.ts';
import { nextToRedo, nextToUndo } from '../../db/changes.ts';

/** An entry of the log, with the edit that it is about. */
type Entry = { action: Change['action']; edit: number };

/** What a person does: `undo` and `redo` do nothing when there is nothing to take back. */
const steps = fc.array(fc.constantFrom<Change['action']>('do', 'do', 'undo', 'redo'), {
  maxLength: 60,
  size: 'max',
});

/** The same by two stacks, as every text editor has it. */
function run(
  wanted: readonly Change['action'][],
  look: (log: Entry[], undo: number[], redo: number[]) => void,
) {
  const log: Entry[] = [];
  const undoable: number[] = [];
  let redoable: number[] = [];
  wanted.forEach((action, edit) => {
    const [from, to] = action === 'undo' ? [undoable, redoable] : [redoable, undoable];
    if (action === 'do') {
      undoable.push(edit);
      redoable = [];
      log.unshift({ action, edit });
    } else {
      const moved = from.pop();
      if (moved === undefined) return;
      to.push(moved);
      log.unshift({ action, edit: moved });
    }
    look(log, undoable, redoable);
  });
}

test('undo takes back what a stack of edits would', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      run(wanted, (log, undoable) => void expect(nextToUndo(log)?.edit).toBe(undoable.at(-1)));
    }),
  );
});

test('redo brings again what a stack of undone edits would', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      run(wanted, (log, _undoable, redoable) => void expect(nextToRedo(log)?.edit).toBe(redoable.at(-1)));
    }),
  );
});

test('an empty log has nothing to undo or redo', () => {
  expect(nextToUndo([])).toBeUndefined();
  expect(nextToRedo([])).toBeUndefined();
});
