/** What the site has set for everybody: names of phases, editions of the scale, text packs. */
import type { Edition, NewEdition, NewTextPack, TextPack } from '../db/model.ts';
import type { Done, Found } from './bridge.ts';

/** What the site has set for everybody. */
type Site = {
  /** In order; none when the site goes by the usual names of the language. */
  phaseNames: string[];
  /** The oldest first; one of them is in use. */
  editions: Edition[];
  /** At most one for each language. */
  textPacks: TextPack[];
};

/** What is wrong with a text pack, and where; lines and columns are counted from 1. */
export type PackProblem =
  | { kind: 'unreadable' | 'tooLarge' | 'empty' | 'notPack' | 'noName' | 'longName' | 'noItems' }
  | { kind: 'notJson'; line: number; column: number }
  | { kind: 'version' | 'language'; found: string }
  | { kind: 'otherLanguage'; found: 'nb' | 'en' }
  /** A row without three cells. */
  | { kind: 'row'; line: number }
  /** An item that the scale does not have, a level that does not exist. */
  | { kind: 'item' | 'level'; line: number; found: string }
  /** What stands for an item is no list of levels. */
  | { kind: 'levels'; line: number; item: string }
  | { kind: 'twice'; item: number; level: number; line: number; again: number }
  | { kind: 'notText' | 'blank'; line: number; item: number; level: number }
  | { kind: 'long'; line: number; item: number; level: number; length: number; longest: number };

/** Nothing is kept yet. */
export type PackChecked =
  | { outcome: 'right'; pack: NewTextPack }
  | { outcome: 'wrong'; problems: PackProblem[] };

export interface SiteApi {
  site(): Promise<Site>;
  /** Puts the whole list; empty for the usual names of the language. */
  setPhaseNames(names: string[]): Promise<string[]>;
  addEdition(edition: NewEdition): Promise<Edition>;
  /** Not the built-in one, and none that ratings follow. */
  editEdition(edition: NewEdition & Pick<Edition, 'id'>): Promise<Done>;
  /** Nor the one in use. */
  removeEdition(id: string): Promise<Done>;
  /** New ratings follow it; those begun keep theirs. */
  useEdition(id: string): Promise<Done>;
  /** Looks at what was pasted, as JSON or rows; `name` is for rows. */
  checkTextPack(request: { language: 'nb' | 'en'; name: string; text: string }): Promise<PackChecked>;
  /** Asks for a file and looks at it. */
  chooseTextPack(language: 'nb' | 'en'): Promise<PackChecked | { outcome: 'cancelled' }>;
  /** Takes the place of the language's pack. */
  putTextPack(pack: NewTextPack): Promise<TextPack>;
  removeTextPack(language: 'nb' | 'en'): Promise<Found>;
  /** Asks where to keep the language's pack as a file. */
  exportTextPack(language: 'nb' | 'en'): Promise<{ outcome: 'saved' | 'cancelled' | 'failed' }>;
}
