/** What the site has set for everybody: names of phases, editions of the scale, text packs. */
import { z } from 'zod';
import * as model from '../db/model.ts';
import type { Store } from '../db/store.ts';
import type { SiteApi } from '../preload/api.ts';
import type { Desk } from './desk.ts';
import { type Calls, call } from './ipc.ts';
import { readPackFile, writePackFile } from './scale/packFiles.ts';
import { checkTextPack } from './scale/textPack.ts';
import { nothing } from './shapes.ts';

export const siteCalls = (store: Store, desk: Pick<Desk, 'askForTextPack' | 'askWhereToExport'>) =>
  ({
    site: call(nothing, () => ({
      phaseNames: store.phaseNames.all(),
      editions: store.editions.all(),
      textPacks: store.textPacks.all(),
    })),
    setPhaseNames: call(model.phaseNames, store.phaseNames.set),
    addEdition: call(model.newEdition, store.editions.add),
    editEdition: call(model.editionChange, (change) => ({ done: store.editions.edit(change) })),
    removeEdition: call(model.editionId, (editionId) => ({ done: store.editions.remove(editionId) })),
    useEdition: call(model.editionId, (editionId) => ({ done: store.editions.use(editionId) })),
    checkTextPack: call(
      z.strictObject({ language: model.packLanguage, name: z.string().max(1000), text: z.string() }),
      ({ text, ...meant }) =>
        text.length > 1_000_000
          ? { outcome: 'wrong' as const, problems: [{ kind: 'tooLarge' as const }] }
          : checkTextPack(text, meant),
    ),
    chooseTextPack: call(model.packLanguage, async (language) => {
      const path = await desk.askForTextPack();
      return path === undefined ? { outcome: 'cancelled' as const } : readPackFile(path, language);
    }),
    putTextPack: call(model.newTextPack, store.textPacks.put),
    removeTextPack: call(model.packLanguage, (language) => ({ found: store.textPacks.remove(language) })),
    exportTextPack: call(model.packLanguage, async (language) => {
      const pack = store.textPacks.find(language);
      const path = pack && (await desk.askWhereToExport(`mbt-g-aqs-${language}.json`));
      if (pack === undefined || path === undefined) return { outcome: 'cancelled' as const };
      return { outcome: (await writePackFile(path, pack)) ? ('saved' as const) : ('failed' as const) };
    }),
  }) satisfies Calls<SiteApi>;
