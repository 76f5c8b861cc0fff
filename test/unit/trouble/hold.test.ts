import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Hold, inUseFile, takeHold } from '../../../main/trouble/hold.ts';
import { type InUseRecord, judge, type Machine, readRecord } from '../../../main/trouble/inUse.ts';
import { testFolder } from '../../fixtures/folder.ts';
import { uuid } from '../../fixtures/rows.ts';

const kontor: Machine = { id: uuid(1), name: 'kontor', boot: 'a', process: process.pid };
const hjemme: Machine = { id: uuid(2), name: 'hjemme', boot: 'b', process: 4242 };
const nine = new Date('2026-11-21T09:00:00.000Z');

const take = (folder: string, me: Machine, passOver?: string) =>
  takeHold({ folder, me, now: () => nine, passOver });

function taken(found: ReturnType<typeof takeHold>): Hold {
  if ('inUse' in found) throw new Error('somebody else has it');
  return found.hold;
}
const refused = (found: ReturnType<typeof takeHold>) => ('inUse' in found ? found : undefined);

/** Makes the file look as if nothing was heard for this long. */
function silentFor(folder: string, ms: number): void {
  const at = new Date(Date.now() - ms);
  utimesSync(inUseFile(folder), at, at);
}

describe('a library', () => {
  test('is held by one at a time, and the next is told who and since when', () => {
    const folder = testFolder();
    const hold = taken(take(folder, kontor));
    expect(refused(take(folder, hjemme))?.inUse).toEqual({
      machine: 'kontor',
      since: nine.toISOString(),
      here: false,
      silent: false,
    });
    expect(hold.takenBy()).toBeUndefined();
  });

  test('leaves nothing behind when it is released, and is free then', () => {
    const folder = testFolder();
    taken(take(folder, kontor)).release();
    expect(readdirSync(folder)).toEqual([]);
    expect(refused(take(folder, hjemme))).toBeUndefined();
  });

  test('leaves nothing behind when it is refused', () => {
    const folder = testFolder();
    taken(take(folder, kontor));
    take(folder, hjemme);
    expect(readdirSync(folder)).toEqual(['in-use']);
  });

  test('is silent after three minutes, by the clock of its disk', () => {
    const folder = testFolder();
    const hold = taken(take(folder, kontor));
    silentFor(folder, 170_000);
    expect(refused(take(folder, hjemme))?.inUse.silent).toBe(false);
    silentFor(folder, 190_000);
    expect(refused(take(folder, hjemme))?.inUse.silent).toBe(true);
    hold.beat();
    expect(refused(take(folder, hjemme))?.inUse.silent).toBe(false);
  });

  test('is taken over only from the one that a person was told of', () => {
    const folder = testFolder();
    const first = taken(take(folder, kontor));
    silentFor(folder, 200_000);
    expect(refused(take(folder, hjemme, uuid(9)))).toBeDefined();
    const second = taken(take(folder, hjemme, refused(take(folder, hjemme))?.token));
    expect(first.takenBy()).toMatchObject({ machine: 'hjemme', here: false });
    expect(second.takenBy()).toBeUndefined();
  });

  test('that was taken over is neither claimed again nor released by the one before', () => {
    const folder = testFolder();
    const first = taken(take(folder, kontor));
    const second = taken(take(folder, hjemme, refused(take(folder, hjemme))?.token));
    const before = readFileSync(inUseFile(folder), 'utf8');
    first.beat();
    first.release();
    expect(readFileSync(inUseFile(folder), 'utf8')).toBe(before);
    expect(second.takenBy()).toBeUndefined();
  });

  test('is claimed again when somebody deleted the file', () => {
    const folder = testFolder();
    const hold = taken(take(folder, kontor));
    rmSync(inUseFile(folder));
    expect(hold.takenBy()).toBeUndefined();
    hold.beat();
    expect(refused(take(folder, hjemme))?.inUse.machine).toBe('kontor');
  });

  test.each(['', '{', '{"token":1}', 'x'.repeat(10_000)])('is free with %j in the file', (text) => {
    const folder = testFolder();
    writeFileSync(inUseFile(folder), text);
    expect(refused(take(folder, kontor))).toBeUndefined();
  });

  test('in a folder that is gone is not held', () => {
    const folder = join(testFolder(), 'gone');
    expect(() => take(folder, kontor)).toThrow('ENOENT');
  });

  test('whose folder goes away while it is held stops nothing', () => {
    const folder = testFolder();
    const hold = taken(take(folder, kontor));
    rmSync(folder, { recursive: true });
    hold.beat();
    hold.release();
    expect(hold.takenBy()).toBeUndefined();
  });

  test('keeps the number of the last change until it is released', () => {
    const folder = testFolder();
    const first = taken(take(folder, kontor));
    expect(first.found).toBe(0);
    first.keep(41);
    first.keep(42);
    // As after a crash: the same machine, and the process is no more.
    const again = taken(take(folder, { ...kontor, process: process.pid }));
    expect(again.found).toBe(42);
    again.release();
    expect(taken(take(folder, kontor)).found).toBe(0);
  });

  test('that could not be opened after all is free, and its number is still known', () => {
    const folder = testFolder();
    taken(take(folder, kontor)).keep(42);
    taken(take(folder, kontor)).giveBack();
    const next = taken(take(folder, hjemme));
    expect(next.found).toBe(42);
  });

  test('is held with a file as long at every beat', () => {
    const folder = testFolder();
    let at = nine;
    const hold = taken(takeHold({ folder, me: kontor, now: () => at, passOver: undefined }));
    const before = readFileSync(inUseFile(folder), 'utf8');
    at = new Date(nine.getTime() + 30_000);
    hold.beat();
    const after = readFileSync(inUseFile(folder), 'utf8');
    expect(after).toHaveLength(before.length);
    expect(readRecord(after)).toEqual({ ...readRecord(before), at: at.toISOString() });
  });
});

describe('who has a library open', () => {
  const found: InUseRecord = {
    token: uuid(5),
    machine: kontor.id,
    name: 'kontor',
    boot: 'a',
    process: 77,
    since: nine.toISOString(),
    at: nine.toISOString(),
    open: 1,
    last: '0000000000',
  };
  const lives = () => true;
  const dead = () => false;

  test.each([
    ['a program of this machine that is no more', kontor, dead, false],
    ['this very process, from before', { ...kontor, process: 77 }, lives, false],
    ['a program of this machine that runs', kontor, lives, true],
    [
      'one with other settings since the machine started, that is no more',
      { ...kontor, id: uuid(8) },
      dead,
      false,
    ],
    ['one with other settings since the machine started, that runs', { ...kontor, id: uuid(8) }, lives, true],
    ['a copy of the same machine under another name', { ...kontor, id: uuid(8), name: 'kopi' }, dead, true],
    ['another machine, whatever runs here', hjemme, dead, true],
    ['another machine where no start is known', { ...hjemme, boot: '' }, dead, true],
  ] as const)('%s', (_, me, alive, inTheWay) => {
    expect(judge(found, me, 0, alive) !== undefined).toBe(inTheWay);
  });

  test('is not asked of the processes here for another machine', () => {
    expect(judge(found, hjemme, 500_000, dead)).toMatchObject({ here: false, silent: true });
  });

  test('is nobody of a name that is too long', () => {
    expect(readRecord(JSON.stringify({ ...found, name: 'x'.repeat(201) }))).toBeUndefined();
  });
});
