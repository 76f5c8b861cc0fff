import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Settings, SomeSettings } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { speak } from '../words/words';

type Shared = { settings: Settings; save: (some: SomeSettings) => void };

const Context = createContext<Shared | undefined>(undefined);

export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const [settings, setSettings] = useState(initial);
  const save = (some: SomeSettings) => {
    ask('saveSettings', some)
      .then(async (saved) => {
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
