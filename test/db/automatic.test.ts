/** Backups that nobody has to think of: when they are made, with what the thread answers. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { automatic } from '../../main/backups/automatic.ts';
import type { RecordWork } from '../../main/recordWorker.ts';
import { filledLibrary } from '../fixtures/backups.ts';

const { inRecordWorker } = vi.hoisted(() => ({
  inRecordWorker: vi.fn<(work: RecordWork) => Promise<unknown>>(),
}));
vi.mock('../../main/inRecordWorker.ts', () => ({ inRecordWorker }));

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  inRecordWorker.mockReset();
});

function begun(answer: (work: RecordWork) => Promise<unknown>) {
  inRecordWorker.mockImplementation(answer);
  const troubles: string[] = [];
  const { folder, store } = filledLibrary(1);
  const backups = automatic({
    // Nothing else of a library is asked for.
    library: { folder, keys: demoKeys, store } as unknown as Parameters<typeof automatic>[0]['library'],
    onDamage: () => undefined,
    onMade: () => undefined,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  onTestFinished(backups.stop);
  const asked = () => inRecordWorker.mock.calls.map(([work]) => work.do);
  return { backups, troubles, asked };
}

const made = { outcome: 'made', name: 'x', counts: {} };

describe('the backups by themselves', () => {
  test('are made although the check came to nothing', async () => {
    const { asked } = begun(async ({ do: what }) => {
      if (what === 'check') throw new Error('the thread ended');
      return made;
    });
    await expect.poll(asked).toEqual(['check', 'make']);
  });

  test('that come to nothing are told', async () => {
    const { troubles } = begun(async ({ do: what }) => {
      if (what === 'make') throw new Error('the thread ended');
      return { counts: {} };
    });
    await expect.poll(() => troubles).toEqual(['unwritable']);
  });

  test('pass over the one that is chosen', async () => {
    const { backups } = begun(async () => made);
    backups.choose('2026-11-21T13-44-05.123Z-automatic.db');
    await backups.make();
    expect(inRecordWorker.mock.lastCall?.[0]).toMatchObject({
      do: 'make',
      chosen: '2026-11-21T13-44-05.123Z-automatic.db',
    });
  });
});
