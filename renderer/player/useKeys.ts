import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Chord } from '../../preload/api';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import { keymapOf } from './keymap';
import { chordNames, type Layout } from './keyNames';
import type { Action } from './keys';

const mac = /Mac/.test(navigator.userAgent);

/** The keys as this person has them, and how they are called on this keyboard. */
export function useKeys() {
  const { t } = useWords();
  const { settings } = useSettings();
  const layout = useLayout();
  const keymap = useMemo(() => keymapOf(settings.keys), [settings.keys]);
  /** The names of the keys to press together. */
  const namesOf = (chord: Chord) => chordNames(chord, { layout, mac, word: (key) => t(`keys.code.${key}`) });
  /** As one text: 'Ctrl+Z'. */
  const nameOf = (chord: Chord) => namesOf(chord).join(mac ? '' : '+');
  /** The first chord of an action as one text; undefined when it has none. */
  const keyName = (action: Action) => keymap[action].slice(0, 1).map(nameOf)[0];
  /** What a button says, with its key: 'Undo (Ctrl+Z)'. */
  const withKey = (label: string, action: Action) => {
    const key = keyName(action);
    return key === undefined ? label : `${label} (${key})`;
  };
  return { keymap, namesOf, nameOf, keyName, withKey };
}

export type KeysInUse = ReturnType<typeof useKeys>;

/** What is printed on the keys; undefined where nobody knows. Asked again when the window is come back to. */
function useLayout(): Layout | undefined {
  const { data, refetch } = useQuery({ queryKey: ['keyboard'], queryFn: readLayout });
  useEffect(() => {
    const again = () => void refetch();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [refetch]);
  return data ?? undefined;
}

async function readLayout(): Promise<Layout | null> {
  // Chromium has it; TypeScript's list of what a browser has does not.
  const { keyboard } = navigator as { keyboard?: { getLayoutMap(): Promise<Map<string, string>> } };
  try {
    return keyboard === undefined ? null : Object.fromEntries(await keyboard.getLayoutMap());
  } catch {
    // The system does not tell: the keys are called as usual.
    return null;
  }
}
