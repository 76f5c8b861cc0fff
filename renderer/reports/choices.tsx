/** What one has chosen for reports, kept while the program runs. */
import { createContext, type ReactNode, use, useState } from 'react';
import type { Language } from '../../db/scale';
import { createHeld, type Held, useHeld } from '../held';
import { useWords } from '../words/words';

/** The sections of the two reports, in the order of the paper. */
export const sessionSections = [
  'facts',
  'profile',
  'strengths',
  'toWorkOn',
  'missed',
  'feedback',
  'moments',
  'notes',
  'basis',
] as const;
export const progressSections = [
  'about',
  'overTime',
  'strengths',
  'toWorkOn',
  'period',
  'self',
  'events',
  'feedback',
  'basis',
] as const;
export type Section = (typeof sessionSections)[number] | (typeof progressSections)[number];

/** What is chosen for one session, or for one therapist. */
export type OwnChoices = {
  edition?: string | undefined;
  /** Ids of ratings. */
  ratings?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

type Kept = {
  /** Of the report; the window's until another is chosen. */
  language: Language | undefined;
  /** Therapists by name, or by code. */
  names: boolean;
  off: readonly Section[];
  own: Readonly<Record<string, OwnChoices>>;
};

const Context = createContext<Held<Kept> | undefined>(undefined);

export function ReportChoices({ children }: { children: ReactNode }) {
  const [held] = useState(() => createHeld<Kept>({ language: undefined, names: false, off: [], own: {} }));
  return <Context value={held}>{children}</Context>;
}

/** @param about id of the session or the therapist of the report */
export function useChoices(about: string) {
  const held = use(Context);
  if (held === undefined) throw new Error('no ReportChoices above');
  const { language } = useWords();
  const kept = useHeld(held);
  return {
    language: kept.language ?? language,
    names: kept.names,
    shows: (section: Section) => !kept.off.includes(section),
    own: kept.own[about] ?? {},
    choose: (some: Partial<Pick<Kept, 'language' | 'names'>>) => held.set((now) => ({ ...now, ...some })),
    switchSection: (section: Section) =>
      held.set((now) => ({
        ...now,
        off: now.off.includes(section) ? now.off.filter((one) => one !== section) : [...now.off, section],
      })),
    chooseOwn: (some: OwnChoices) =>
      held.set((now) => ({ ...now, own: { ...now.own, [about]: { ...now.own[about], ...some } } })),
  };
}

export type Choices = ReturnType<typeof useChoices>;
