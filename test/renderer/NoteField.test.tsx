import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteField } from '../../renderer/rating/NoteField';
import { show } from './surface';

let keep: ReturnType<typeof vi.fn<(text: string) => void>>;
/** Sets what the record holds, as undo does. */
let replace: (text: string) => void;

beforeEach(() => {
  vi.useFakeTimers();
  keep = vi.fn();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A note in a record that answers after so many milliseconds. */
function Kept({ start = '', answersAfterMs = 0 }) {
  const [saved, setSaved] = useState(start);
  replace = setSaved;
  const save = (text: string) => {
    keep(text);
    return new Promise<object>((resolve) => {
      setTimeout(() => {
        setSaved(text);
        resolve({});
      }, answersAfterMs);
    });
  };
  return <NoteField label="Note" saved={saved} save={save} />;
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a note', () => {
  test('is kept at a pause, once', async () => {
    show(<Kept />);
    type('He waits for an answer');
    await wait(200);
    expect(keep).not.toHaveBeenCalled();
    await wait(5000);
    expect(keep.mock.calls).toEqual([['He waits for an answer']]);
  });

  test('is not kept at every letter', async () => {
    show(<Kept />);
    for (const text of ['H', 'He', 'He ', 'He w']) {
      type(text);
      await wait(100);
    }
    expect(keep).not.toHaveBeenCalled();
  });

  test('is kept at once when the field is left', () => {
    show(<Kept />);
    type('text');
    fireEvent.blur(field());
    expect(keep.mock.calls).toEqual([['text']]);
  });

  test('that was kept when the field was left is not kept again at the pause', async () => {
    show(<Kept />);
    type('text');
    fireEvent.blur(field());
    await wait(5000);
    expect(keep.mock.calls).toEqual([['text']]);
  });

  test('that did not change is not kept', async () => {
    show(<Kept start="text" />);
    fireEvent.focus(field());
    fireEvent.blur(field());
    await wait(5000);
    expect(keep).not.toHaveBeenCalled();
  });

  test('is kept when the window closes', () => {
    show(<Kept />);
    type('text');
    window.dispatchEvent(new Event('beforeunload'));
    expect(keep.mock.calls).toEqual([['text']]);
  });

  test('is kept when its item is closed', () => {
    const { unmount } = show(<Kept />);
    type('text');
    unmount();
    expect(keep.mock.calls).toEqual([['text']]);
  });

  test('is kept by Enter, which goes back to the desk', () => {
    show(<Kept />);
    field().focus();
    type('text');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(document.activeElement).toBe(document.body);
    expect(keep.mock.calls).toEqual([['text']]);
  });

  test('gets a new line by Shift+Enter', () => {
    show(<Kept />);
    field().focus();
    expect(fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })).toBe(true);
    expect(document.activeElement).toBe(field());
  });

  test('is replaced when undo takes it back', async () => {
    show(<Kept start="before" />);
    type('after');
    await wait(1000);
    act(() => replace('before'));
    expect(field().value).toBe('before');
    await wait(1000);
    expect(keep).toHaveBeenCalledTimes(1);
  });

  test('that could not be kept stays on screen, and is tried again when the field is left', async () => {
    const save = vi.fn(async () => undefined);
    show(<NoteField label="Note" saved="" save={save} />);
    type('text');
    await wait(1000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(field().value).toBe('text');
    fireEvent.blur(field());
    expect(save).toHaveBeenCalledTimes(2);
  });

  test('goes on being written while a slow disk keeps its beginning', async () => {
    show(<Kept answersAfterMs={200} />);
    type('He waits');
    await wait(350);
    type('He waits for');
    await wait(200);
    expect(field().value).toBe('He waits for');
    await wait(5000);
    expect(keep.mock.calls.at(-1)).toEqual(['He waits for']);
  });
});

describe('Enter in a note', () => {
  test.each([
    ['leaves it', {}, false],
    ["with Cmd is the desk's, as with Ctrl", { metaKey: true }, true],
    ['while an input method composes takes its words', { isComposing: true }, true],
  ])('%s', (_, held, stays) => {
    show(<Kept />);
    field().focus();
    fireEvent.keyDown(field(), { key: 'Enter', ...held });
    expect(document.activeElement === field()).toBe(stays);
  });
});
