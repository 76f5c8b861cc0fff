import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { given } from '../../db/changed';
import type { Mark, MarkChange, NewMark } from '../../db/model';
import { useHeld } from '../../renderer/held';
import { createPlayback } from '../../renderer/player/playback';
import { useMarking } from '../../renderer/rating/useMarking';
import type { OpenRating } from '../../renderer/rating/useRating';
import { aMark, aRating, uuid } from '../fixtures/rows';
import { show } from './surface';

/** A record that answers when it is told to. */
let answers: (() => void)[];
let edits: MarkChange[];
let marking: ReturnType<typeof useMarking>;
let marks: Mark[];
let remove: (id: string) => void;
let count: number;
/** Whether the record takes marks. */
let takes: boolean;
let nowMs: number;

beforeEach(() => {
  answers = [];
  edits = [];
  count = 0;
  takes = true;
  nowMs = 0;
});

function Marking() {
  const [kept, setKept] = useState<Mark[]>([]);
  const [playback] = useState(() => ({ ...createPlayback(), now: () => nowMs }));
  marks = kept;
  remove = (id) => setKept((now) => now.filter((mark) => mark.id !== id));
  const rating = {
    view: { rating: aRating(), marks: kept },
    addMark: (mark: NewMark) =>
      new Promise<Mark | undefined>((resolve) => {
        answers.push(() => {
          count += 1;
          const added = takes ? { ...mark, id: uuid(count) } : undefined;
          if (added !== undefined) setKept((now) => [...now, added]);
          resolve(added);
        });
      }),
    editMark: async (edit: MarkChange) => {
      edits.push(edit);
      const before = marks.find(({ id }) => id === edit.id);
      return before && aMark({ ...before, ...given(edit) });
    },
    // Only what marking uses is there.
  } as unknown as OpenRating;
  marking = useMarking(rating, playback, undefined, () => undefined);
  return <output>{JSON.stringify(useHeld(marking.command))}</output>;
}

const press = (run: () => void) => act(async () => run());
const digits = async (text: string) => {
  for (const digit of text) await press(() => marking.digit(Number(digit)));
};
const answer = () => act(async () => answers.shift()?.());
const command = () => JSON.parse(screen.getByRole('status').textContent ?? '');

describe('marking while the disk is slow', () => {
  test('gives the quality to the mark it was typed for, although that waits for another', async () => {
    show(<Marking />);
    await digits('4');
    await press(() => marking.enter());
    await press(() => marking.sameMoment());
    await digits('5');
    await digits('6');
    await answer();
    await answer();
    expect(marks.map(({ item }) => item)).toEqual([4, 5]);
    expect(edits).toEqual([{ id: uuid(2), quality: 6 }]);
  });

  test('a mark that was not kept leaves what is typed meanwhile, and a stretch that runs', async () => {
    show(<Marking />);
    await digits('4');
    await press(() => marking.shiftEnter());
    await answer();
    await digits('7');
    await press(() => marking.enter());
    await digits('0');
    await digits('1');
    takes = false;
    await answer();
    expect(command()).toMatchObject({ digits: '1', running: { item: 4 } });
    expect(command().awaiting).toBeUndefined();
  });
});

test('the same moment of a stretch that has just ended is the whole stretch', async () => {
  show(<Marking />);
  await digits('4');
  await press(() => marking.shiftEnter());
  await answer();
  nowMs = 9000;
  await press(() => marking.enter());
  await press(() => marking.sameMoment());
  await digits('5');
  await answer();
  expect(marks[1]).toMatchObject({ item: 5, atMs: 0, endMs: 9000 });
});

describe('a stretch that runs', () => {
  async function begin() {
    show(<Marking />);
    await digits('4');
    await press(() => marking.shiftEnter());
    await answer();
    expect(command().running).toMatchObject({ item: 4 });
  }

  test('goes on while another mark is deleted or an item is rated', async () => {
    await begin();
    await press(() => marking.clear());
    expect(command().running).toMatchObject({ item: 4 });
  });

  test('ends without a trace when its mark goes away', async () => {
    await begin();
    await act(async () => remove(uuid(1)));
    expect(command()).toMatchObject({ digits: '' });
    expect(command().running).toBeUndefined();
  });
});
