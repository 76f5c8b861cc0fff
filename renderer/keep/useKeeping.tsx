/** The one recording that is on its way into the library or out of it: it goes on while people move between places. */
import { notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Binned, Keeping, Kept, TakenOut } from '../../preload/api';
import { ask } from '../ask';
import { fileSize } from '../format';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';

type Subject = { id: string; name: string };

type KeepingWork = {
  current: Keeping | undefined;
  keep: (recording: Subject) => void;
  /** Removes what an interrupted attempt left. */
  leave: (recording: Subject) => void;
  bin: (recording: Subject) => void;
  takeOut: (recording: Subject) => void;
  cancel: () => void;
};

const Context = createContext<KeepingWork | undefined>(undefined);

export function useKeeping(): KeepingWork {
  const keeping = useContext(Context);
  if (keeping === undefined) throw new Error('useKeeping outside its provider');
  return keeping;
}

export function KeepingProvider({ children }: { children: ReactNode }) {
  const refresh = useRefresh();
  const announce = useAnnouncements();
  const [current, setCurrent] = useState<Keeping>();
  const refreshed = useRef(refresh);
  refreshed.current = refresh;

  useEffect(() => {
    const offs = [
      window.api.on('keeping', (keeping) => setCurrent(keeping ?? undefined)),
      window.api.on('damaged', () => void refreshed.current()),
    ];
    return () => {
      for (const off of offs) off();
    };
  }, []);

  async function run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await refresh();
    } catch (error) {
      tell(error);
    }
  }

  const work: KeepingWork = {
    current,
    keep: ({ id, name }) => void run(async () => announce.kept(await ask('keepRecording', id), name)),
    leave: ({ id }) => void run(async () => void (await ask('leaveKeeping', id))),
    bin: ({ id, name }) => void run(async () => announce.binned(await ask('binOriginal', id), name)),
    takeOut: ({ id }) => void run(async () => announce.takenOut(await ask('takeOut', id))),
    cancel: () => void ask('cancelKeeping').catch(tell),
  };
  return <Context value={work}>{children}</Context>;
}

/** Says what came of it; nothing of what a person ended. */
function useAnnouncements() {
  const { t, language } = useWords();
  const close = { 'aria-label': t('close') };
  const good = (message: string, stays = false) =>
    notifications.show({ message, closeButtonProps: close, ...(stays && { autoClose: false }) });
  const bad = (title: string, message: string) =>
    notifications.show({ color: 'orange', title, message, autoClose: false, closeButtonProps: close });
  const room = ({ neededBytes, freeBytes }: { neededBytes: number; freeBytes: number }) => ({
    needed: fileSize(neededBytes, language),
    free: fileSize(freeBytes, language),
  });

  return {
    kept(kept: Kept, name: string): void {
      if (kept.outcome === 'kept') good(t('keep.done', { name }));
      else if (kept.outcome === 'noRoom') bad(t('keep.notKept'), t('keep.noRoom', room(kept)));
      else if (kept.outcome !== 'cancelled' && kept.outcome !== 'stopped') {
        bad(t('keep.notKept'), t(`keep.why.${kept.outcome}`));
      }
    },
    binned({ outcome }: Binned, name: string): void {
      if (outcome === 'binned') good(t('keep.binned', { name }));
      else bad(t('keep.notBinned'), t(`keep.binWhy.${outcome}`));
    },
    takenOut(taken: TakenOut): void {
      if (taken.outcome === 'takenOut') good(t('keep.takenOut', { name: taken.name }), true);
      else if (taken.outcome === 'noRoom') bad(t('keep.notTakenOut'), t('keep.noRoomThere', room(taken)));
      else if (taken.outcome !== 'cancelled' && taken.outcome !== 'stopped') {
        bad(t('keep.notTakenOut'), t(`keep.outWhy.${taken.outcome}`));
      }
    },
  };
}
