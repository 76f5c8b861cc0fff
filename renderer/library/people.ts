/** How the groups and people of a library are shown. */
import type { Therapist } from '../../db/model';

/** By their ids. */
export type Names = { group: ReadonlyMap<string, string>; therapist: ReadonlyMap<string, string> };

/** 'T-07 Ingrid', or the code alone where no name was given. */
export const therapistLabel = ({ code, name }: Therapist): string => (name === '' ? code : `${code} ${name}`);
