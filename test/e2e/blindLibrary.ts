import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { items } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';

export type BlindLibrary = {
  programmeId: string;
  therapistId: string;
  /** Two supervisors: what is hidden from them is hidden by the programme. */
  raterIds: [string, string];
  enrolmentIds: string[];
  sessionIds: string[];
};

export async function blindLibrary(folder: string): Promise<BlindLibrary> {
  await writeDemoKeys(folder);
  const store = demoStore(folder);
  try {
    return store.together(() => filled(store));
  } finally {
    store.close();
  }
}

function filled(store: Store): BlindLibrary {
  const therapistId = store.therapists.add({ code: 'T-07', name: 'Ingrid' }).id;
  const expert = store.raters.add({ name: 'Secret Expert', kind: 'expert' });
  const raterIds: [string, string] = [
    store.raters.add({ name: 'Tove', kind: 'supervisor' }).id,
    store.raters.add({ name: 'Nils', kind: 'supervisor' }).id,
  ];
  const programmeId = store.programmes.add({
    name: 'Basic training',
    editionId: 'mbt-g-aqs/1',
    dimension: 'quality',
    rules: {
      within1: { percent: 80, sessions: 3 },
      bias: 0.5,
      icc: null,
      overallWithin1: true,
      fewestSessions: 3,
    },
    attempts: 2,
    validMonths: 12,
    target: 0.8,
    doublePercent: 20,
  }).id;
  const sessionIds = ['01', '02', '03'].map((day) => {
    const sessionId = store.sessions.add({
      groupId: null,
      date: `2026-03-${day}`,
      number: null,
      patientsPresent: null,
      firstTherapistId: therapistId,
      secondTherapistId: null,
    }).id;
    const standardId = rate(store, sessionId, expert.id);
    store.giving.put({ programmeId, sessionId, part: 'test', testSet: 1, standardId });
    return sessionId;
  });
  const enrolmentIds = raterIds.map((raterId) => {
    store.giving.enrol({ programmeId, raterId });
    const enrolmentId = store.enrolments.of({ programmeId, raterId })?.id ?? '';
    store.giving.test(enrolmentId, false);
    return enrolmentId;
  });
  return { programmeId, therapistId, raterIds, enrolmentIds, sessionIds };
}

function rate(store: Store, sessionId: string, raterId: string): string {
  const { id } = store.ratings.begin({ sessionId, raterId, purpose: 'consensus' });
  for (const { number } of items) {
    store.judgements.editScore({
      ratingId: id,
      item: number,
      adherence: 4,
      quality: 4,
      note: 'a secret reason',
    });
  }
  store.judgements.editOverall({ ratingId: id, adherence: 4, quality: 4 });
  store.finishing.submit({ ratingId: id, gaps: [] });
  return id;
}
