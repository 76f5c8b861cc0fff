import type { NewTextPack } from '../db/model.ts';

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
