import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import type { Settings, SomeSettings } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { speak } from '../words/words';

type Change = SomeSettings | ((now: Settings) => SomeSettings);

type Shared = { settings: Settings; save: (some: Change) => void };

const Context = createContext<Shared | undefined>(undefined);

export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const [settings, setSettings] = useState(initial);
  const kept = useRef({ settings: initial, saving: Promise.resolve() });
  // One after the other: a change that builds on the settings builds on those that were kept.
  const save = (some: Change) => {
    const { current } = kept;
    current.saving = current.saving
      .then(async () => {
        const saved = await ask('saveSettings', typeof some === 'function' ? some(current.settings) : some);
        current.settings = saved;
        await speak(saved.language);
        setSettings(saved);
      })
      .catch(tell);
  };
  return <Context value={{ settings, save }}>{children}</Context>;
}

export function useSettings(): Shared {
  const shared = useContext(Context);
  if (shared === undefined) throw new Error('no SettingsProvider above');
  return shared;
}
