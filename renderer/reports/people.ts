/** How people stand in a report: therapists by code, or by name where that was chosen. */
import type { Therapist } from '../../db/model';
import type { Library } from '../../preload/api';
import type { Words } from '../words/words';

export type People = Pick<Library, 'therapists' | 'raters'> & { names: boolean };

/** Undefined when there is no such therapist. */
export function therapistIn(
  { therapists, names }: Pick<People, 'therapists' | 'names'>,
  therapistId: string | null | undefined,
): string | undefined {
  const found = therapists.find(({ id }) => id === therapistId);
  return found && shownAs(found, names);
}

const shownAs = ({ code, name }: Therapist, names: boolean): string => (names && name !== '' ? name : code);

/** A therapist who rates the own work goes by the code as well. */
export function raterIn(people: People, rater: { raterId: string; raterName: string }, t: Words): string {
  const therapistId = people.raters.find(({ id }) => id === rater.raterId)?.therapistId;
  const therapist = therapistIn(people, therapistId);
  return therapist === undefined ? rater.raterName : t('purpose.selfOf', { name: therapist });
}
