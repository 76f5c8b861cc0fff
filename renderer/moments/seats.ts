import type { Mark, Session, Therapist } from '../../db/model';
import { therapistLabel } from '../library/people';
import type { Words } from '../words/words';

/** How the therapists of a mark are called. */
export type Seats = Readonly<Record<Mark['therapist'], string>>;

type Led = Pick<Session, 'firstTherapistId' | 'secondTherapistId'>;

/** By code and name; by their seat where nobody has said who sat there. */
export function seatsOf(session: Led, therapists: readonly Therapist[], t: Words): Seats {
  const label = (id: string | null) => {
    const therapist = therapists.find((one) => one.id === id);
    return therapist && therapistLabel(therapist);
  };
  return {
    first: label(session.firstTherapistId) ?? t('mark.first'),
    second: label(session.secondTherapistId) ?? t('mark.second'),
    both: t('mark.both'),
  };
}
