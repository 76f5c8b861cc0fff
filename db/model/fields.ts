/** Fields that many nouns have. */
import { z } from 'zod';

export const id = z.uuid();
/** The record counts the length of a text up to the first of these; no keyboard has one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '');

export const name = z.string().overwrite(withoutNul).trim().min(1).max(200);
export const note = z.string().overwrite(withoutNul).max(20_000);
export const ms = z.int().min(0);
export const level = z.int().min(1).max(7);
export const itemNumber = z.int().min(1).max(19);
/** A day as YYYY-MM-DD that exists in the calendar. */
export const day = z.iso.date();
