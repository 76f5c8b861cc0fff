/** What a person is told once about the machine's clock and about the place of the open library. */
import { z } from 'zod';
import { clockDoubt } from '../db/clock.ts';
import type { Store } from '../db/store.ts';
import type { Warnings, WarningsApi } from '../preload/api.ts';
import { type Calls, call } from './ipc.ts';
import type { MachineSettings } from './settings.ts';
import { nothing } from './shapes.ts';
import { sharedPlaceHere } from './trouble/mounts.ts';

type Options = {
  store: Pick<Store, 'lastChange'>;
  folder: string;
  settings: MachineSettings;
  now: () => Date;
};

export function warningCalls({ store, folder, settings, now }: Options) {
  let clock = clockDoubt(now(), store.lastChange);
  const place = sharedPlaceHere(folder);
  const read = () => settings.get().placesRead;
  return {
    warnings: call(nothing, (): Warnings => ({ clock, place, placeRead: read().includes(folder) })),
    readWarning: call(z.enum(['clock', 'place']), (which) => {
      if (which === 'clock') clock = undefined;
      else if (!read().includes(folder)) settings.remember({ placesRead: [folder, ...read()].slice(0, 20) });
    }),
  } satisfies Calls<WarningsApi>;
}
