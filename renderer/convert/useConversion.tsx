/** The one playable copy that is being made: it goes on while people move between places. */
import { notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { ask } from '../ask';
import { fileSize } from '../format';
import { problemText } from '../library/problemText';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import { type Ended, type Running, runConversion } from './runConversion';

type Conversion = {
  sessionId: string;
  /** The name of the copy. */
  name: string;
  /** How much is done: 0 to 1. */
  share: number;
};

type Conversions = {
  current: Conversion | undefined;
  /** Asks for a place and makes the copy; does nothing while another one is made. */
  begin: (sessionId: string) => Promise<void>;
  cancel: () => void;
};

const Context = createContext<Conversions | undefined>(undefined);

export function useConversion(): Conversions {
  const conversions = useContext(Context);
  if (conversions === undefined) throw new Error('useConversion outside its provider');
  return conversions;
}

export function ConversionProvider({ children }: { children: ReactNode }) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const [current, setCurrent] = useState<Conversion>();
  const running = useRef<Running>(undefined);
  const asking = useRef(false);

  const notMade = (message: string) =>
    notifications.show({
      color: 'orange',
      title: t('conversion.notMade'),
      message,
      autoClose: false,
      closeButtonProps: { 'aria-label': t('close') },
    });

  function announce(ended: Ended, name: string): void {
    if (ended.outcome === 'finished') {
      notifications.show({
        message: t('conversion.done', { name }),
        closeButtonProps: { 'aria-label': t('close') },
      });
    } else if (ended.outcome === 'refused') {
      notMade(problemText({ kind: 'codec', name: ended.codec }, t));
    } else if (ended.outcome === 'noRoom') {
      notMade(t('conversion.full'));
    } else if (ended.outcome !== 'cancelled') {
      notMade(t(`conversion.${ended.outcome === 'gone' ? 'broken' : ended.outcome}`));
    }
  }

  async function make(sessionId: string): Promise<void> {
    const begun = await ask('beginConversion', sessionId);
    switch (begun.outcome) {
      case 'begun': {
        const { name } = begun;
        setCurrent({ sessionId, name, share: 0 });
        running.current = runConversion(begun, (share) => setCurrent({ sessionId, name, share }));
        const ended = await running.current.ended;
        await refresh();
        announce(ended, name);
        return;
      }
      case 'noRoom': {
        const [needed, free] = [begun.neededBytes, begun.freeBytes].map((bytes) => fileSize(bytes, language));
        return void notMade(t('conversion.noRoom', { needed, free }));
      }
      case 'refused':
        return void notMade(problemText(begun.problem, t));
      case 'taken':
      case 'unwritable':
        return void notMade(t(`conversion.${begun.outcome}`));
      case 'cancelled':
        return;
      default:
        return begun satisfies never;
    }
  }

  async function begin(sessionId: string): Promise<void> {
    if (asking.current) return;
    asking.current = true;
    try {
      await make(sessionId);
    } catch (error) {
      tell(error);
    } finally {
      asking.current = false;
      running.current = undefined;
      setCurrent(undefined);
    }
  }

  return <Context value={{ current, begin, cancel: () => running.current?.cancel() }}>{children}</Context>;
}
