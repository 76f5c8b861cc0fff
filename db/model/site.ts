/** What a site sets for everybody: editions of the scale, text packs, names of phases. */
import { z } from 'zod';
import { isSeen } from '../text.ts';
import { itemNumber, level, name, text } from './fields.ts';

const editionItem = z.strictObject({
  item: itemNumber,
  /** Whether the item takes an adherence rating. */
  takesAdherence: z.boolean(),
  mayBeNoOccasion: z.boolean(),
});
export type EditionItem = z.infer<typeof editionItem>;
/** An edition of the scale with its 19 items in order. */
export const newEdition = z.strictObject({
  name,
  items: z
    .array(editionItem)
    .length(19)
    .refine((items) => items.every(({ item }, index) => item === index + 1)),
});
export const editionId = z.string().min(1).max(200);
export const editionChange = newEdition.extend({ id: editionId });
export type NewEdition = z.infer<typeof newEdition>;
export type Edition = NewEdition & {
  id: string;
  addedAt: string;
  /** New ratings follow it. */
  inUse: boolean;
  /** How many ratings follow it. */
  ratings: number;
};

const anchor = z.strictObject({ item: itemNumber, level, text: text(5000).trim().min(1).refine(isSeen) });
/** What one level of one item means, in the manual's own words. */
export type Anchor = z.infer<typeof anchor>;
export const packLanguage = z.enum(['nb', 'en']);
export const newTextPack = z.strictObject({
  language: packLanguage,
  name,
  /** At most one for each level of each item. */
  anchors: z
    .array(anchor)
    .min(1)
    .refine((anchors) => new Set(anchors.map((one) => `${one.item}/${one.level}`)).size === anchors.length),
});
export type NewTextPack = z.infer<typeof newTextPack>;
export type TextPack = NewTextPack & { addedAt: string };

/** The names a site gives its phases; each once. */
export const phaseNames = z
  .array(name)
  .max(50)
  .refine((names) => new Set(names).size === names.length);
