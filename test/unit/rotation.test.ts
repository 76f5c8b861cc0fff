import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupKind, backupName, backupNamed } from '../../main/backups/names.ts';
import { type Rotated, toRemove } from '../../main/backups/rotation.ts';

const now = new Date('2026-11-21T15:30:00.000Z');
const dayMs = 86_400_000;
const names = new Set<string>();

function backup(at: string, kind: BackupKind = 'automatic', good = true): Rotated {
  const name = backupName(new Date(at), kind, (one) => names.has(one));
  const named = backupNamed(name);
  if (named === undefined) throw new Error(name);
  return { ...named, good };
}
const stays = (all: readonly Rotated[], at = now) => {
  const gone = new Set(toRemove(all, at));
  return all.filter(({ name }) => !gone.has(name)).map((one) => one.at.slice(0, 16));
};

test('the one that is chosen stays, and takes no place of another', () => {
  const [old, ...today] = ['08', '09', '10', '11'].map((hour) => backup(`2026-11-21T${hour}:00:00.000Z`));
  if (old === undefined) throw new Error('none');
  expect(toRemove([old, ...today], now)).toEqual([old.name]);
  expect(toRemove([old, ...today], now, old.name)).toEqual([]);
});

describe('the name of a backup', () => {
  test('tells its moment in UTC and its kind', () => {
    const name = backupName(new Date('2026-11-21T13:44:05.123Z'), 'beforeRestore', () => false);
    expect(name).toBe('2026-11-21T13-44-05.123Z-beforeRestore.db');
    expect(backupNamed(name)).toEqual({ name, kind: 'beforeRestore', at: '2026-11-21T13:44:05.123Z' });
  });

  test('is never one that is taken, whatever the clock says', () => {
    const taken = new Set<string>();
    for (let index = 0; index < 5; index += 1) {
      const name = backupName(now, 'automatic', (one) => taken.has(one));
      expect(taken.has(name)).toBe(false);
      expect(backupNamed(name)?.at).toBe(now.toISOString());
      taken.add(name);
    }
  });

  test.each([
    'record.db',
    '../2026-11-21T13-44-05.123Z-automatic.db',
    '2026-11-21T13-44-05.123Z-automatic.db/../../x',
    '2026-11-21T13-44-05.123Z-automatic.db.part',
    '2026-11-21T13-44-05.123Z-damaged.db-wal',
    '2026-13-41T13-44-05.123Z-automatic.db',
    '2026-11-21T13-44-05.123Z-other.db',
    '2026-11-21T13-44-05.123Z-automatic.db\n',
    'keys.age',
  ])('is not %j', (name) => {
    expect(backupNamed(name)).toBeUndefined();
  });
});

describe('of the backups', () => {
  test('three of today stay', () => {
    const today = [9, 10, 11, 12, 13].map((hour) =>
      backup(`2026-11-21T${String(hour).padStart(2, '0')}:00:00Z`),
    );
    expect(stays(today)).toEqual(['2026-11-21T11:00', '2026-11-21T12:00', '2026-11-21T13:00']);
  });

  test('the last of each day of two weeks stays, and the last of each month before', () => {
    const all = Array.from({ length: 120 }, (_, index) =>
      [8, 14].map((hour) => backup(new Date(Date.UTC(2026, 10, 20 - index, hour)).toISOString())),
    ).flat();
    expect(stays(all)).toEqual([
      ...Array.from({ length: 13 }, (_, index) => `2026-11-${String(20 - index).padStart(2, '0')}T14:00`),
      '2026-11-07T14:00',
      '2026-10-31T14:00',
      '2026-09-30T14:00',
      '2026-08-31T14:00',
      '2026-07-31T14:00',
    ]);
  });

  test('one that cannot be restored takes no place, and stays a while', () => {
    const broken = backup('2026-11-21T14:00:00Z', 'automatic', false);
    const good = [10, 11, 12].map((hour) => backup(`2026-11-21T${hour}:00:00Z`));
    expect(stays([broken, ...good])).toHaveLength(4);
    expect(stays([broken, ...good], new Date('2026-12-21T15:30:00Z'))).toEqual(['2026-11-21T12:00']);
  });

  const kinds = ['automatic', 'asked', 'beforeRestore', 'beforeMigration', 'salvaged', 'damaged'] as const;
  const some = fc
    .array(
      fc
        .record({
          days: fc.double({ min: -60, max: 400, noNaN: true }),
          kind: fc.constantFrom(...kinds),
          good: fc.boolean(),
        })
        .map(({ days, kind, good }) =>
          backup(new Date(now.getTime() - Math.round(days * dayMs)).toISOString(), kind, good),
        ),
      { maxLength: 60 },
    )
    .map((all) => [...new Map(all.map((one) => [one.name, one])).values()]);

  test('the newest good one always stays', () => {
    fc.assert(
      fc.property(some, (all) => {
        const good = all.filter((one) => one.good && one.kind !== 'damaged');
        const newest = good.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (newest !== undefined) expect(toRemove(all, now)).not.toContain(newest.name);
      }),
    );
  });

  test('none of the future, none found damaged, and none put aside within a month ever goes', () => {
    fc.assert(
      fc.property(some, (all) => {
        const gone = new Set(toRemove(all, now));
        for (const { name, at, kind } of all.filter((one) => gone.has(one.name))) {
          const age = now.getTime() - Date.parse(at);
          expect(age, name).toBeGreaterThanOrEqual(0);
          expect(kind).not.toBe('damaged');
          if (kind !== 'automatic' && kind !== 'asked') expect(age, name).toBeGreaterThanOrEqual(30 * dayMs);
        }
      }),
    );
  });

  test('a second look removes nothing more, and the order in which they lie is of no matter', () => {
    fc.assert(
      fc.property(some, (all) => {
        const gone = new Set(toRemove(all, now));
        expect(
          toRemove(
            all.filter(({ name }) => !gone.has(name)),
            now,
          ),
        ).toEqual([]);
        expect(new Set(toRemove(all.toReversed(), now))).toEqual(gone);
      }),
    );
  });

  test('there are never more than three of today, one of a day, and one of a month', () => {
    fc.assert(
      fc.property(some, (all) => {
        const ordinary = all.filter((one) => (one.kind === 'automatic' || one.kind === 'asked') && one.good);
        const left = stays(ordinary).filter((at) => at <= now.toISOString());
        const days = Map.groupBy(left, (at) => at.slice(0, 10));
        for (const [day, found] of days) {
          expect(found.length, day).toBeLessThanOrEqual(day === '2026-11-21' ? 3 : 2);
        }
        // Two weeks, thirteen months and today; a month may begin within the two weeks.
        expect(left.length).toBeLessThanOrEqual(3 + 15 + 15);
      }),
    );
  });
});
