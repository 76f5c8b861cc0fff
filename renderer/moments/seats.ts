import type { Mark } from '../../db/model';

/** How the therapists of a mark are called. */
export type Seats = Readonly<Record<Mark['therapist'], string>>;
