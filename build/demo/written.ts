/** What is written in the demo library beside the numbers: events on the time axes, and feedback to therapists. */
import type { Store } from '../../db/store.ts';

const ofSession =
  'Dere holdt gruppen trygg gjennom en vanskelig time, og Ingrid ventet på svar der det før gikk fort. ' +
  'Se sammen på stansen ved 1:48, og prøv neste gang å spørre flere hva de tror skjedde, før dere forklarer.';
const ofProgress =
  'Siden kurset i mai griper du oftere det som skjer her og nå, og du spør flere. Arbeid videre med å gå ' +
  'tilbake til det som ble for fort forklart.';

export const writeOfSession = (store: Store, raterId: string, sessionId: string): void =>
  store.feedback.put(raterId, { sessionId }, ofSession);

export const writeOfProgress = (store: Store, raterId: string, therapistId: string): void =>
  store.feedback.put(raterId, { therapistId }, ofProgress);

/** One of a therapist, one of a group, one of everybody. */
export function addEvents(store: Store, therapistId: string, groupId: string): void {
  store.events.add({ date: '2026-05-04', name: 'Kurs i MBT-G', therapistId, groupId: null });
  store.events.add({ date: '2026-08-13', name: 'To nye medlemmer', therapistId: null, groupId });
  store.events.add({ date: '2026-09-07', name: 'Veiledning hver uke', therapistId: null, groupId: null });
}
