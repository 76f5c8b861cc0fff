import { createContext, type ReactNode } from 'react';
import { type Held, useHeld } from '../held';
import type { SavedState } from './useSaved';

/** True while a change of the rating is on its way to the disk. */
export const Saving = createContext(false);

/** Tells what is inside whether anything is on its way: a change, or a note that is still being kept. */
export function WhileSaving(props: { saved: Held<SavedState>; notes: boolean; children: ReactNode }) {
  const saved = useHeld(props.saved);
  return <Saving value={props.notes || saved === 'saving'}>{props.children}</Saving>;
}
