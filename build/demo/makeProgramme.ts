/**
 * Makes a library with a training programme, with invented people, the same every time but for the order in which
 * sessions are given: `node build/demo/makeProgramme.ts FOLDER [small|large] [SETTINGS]`.
 *
 * Small: two raters and three test sessions; one has passed, one has not. Large: eight raters and forty sessions, with
 * practice, two sets of test sessions and sessions for checks: certified raters who hold their level, one who drifts,
 * one with a certificate that can be issued, one who did not pass, one in the middle of a test, one in practice.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Rating, WorkKind } from '../../db/model.ts';
import { writeDemoKeys } from './demoKeys.ts';
import { demoStore } from './demoStore.ts';
import { supervisors } from './manyPeople.ts';
import { certify } from './programmeCertificates.ts';
import { type ProgrammeSize, partOf, plans, settingsOf } from './programmePlans.ts';
import { type Leaning, rate, type Truth, truthOf } from './programmeRatings.ts';
import { clock, large, type Story, small } from './programmeStory.ts';
import { seeded } from './random.ts';
import { demoRecording } from './recordingAt.ts';

export type MadeProgramme = {
  programmeId: string;
  /** Who leads the programme, and set the standards. */
  leaderId: string;
  raterIds: string[];
  enrolmentIds: string[];
  /** In order of day. */
  sessionIds: string[];
};

const names = supervisors.slice(0, 8);
export async function makeProgramme(folder: string, size: ProgrammeSize): Promise<MadeProgramme> {
  await writeDemoKeys(folder);
  const random = seeded(20_261_121);
  const time = clock();
  const store = demoStore(folder, { now: time.now, newId: random.uuid });
  const recording = await demoRecording();
  const lengthMs = recording.durationMs ?? 60_000;

  const made = store.together(() => {
    const plan = plans[size];
    const leader = store.raters.add({ name: 'Kirsten M.', kind: 'expert' }).id;
    const other = store.raters.add({ name: 'Olav T.', kind: 'expert' }).id;
    const raterIds = names
      .slice(0, size === 'small' ? 2 : names.length)
      .map((name) => store.raters.add({ name, kind: kindOf(name, size) }).id);
    const groups = ['Torsdagsgruppen', 'Mandagsgruppen'].map(
      (name) => store.groups.add({ name, format: 'slowOpen', usualMinutes: 90 }).id,
    );
    const [first, second] = [
      store.therapists.add({ code: 'T-07', name: 'Ingrid' }).id,
      store.therapists.add({ code: 'T-12', name: 'Jonas' }).id,
    ];
    const truths = new Map<string, Truth>();
    const sessionIds = Array.from({ length: plan.sessions }, (_, index) => {
      const session = store.sessions.add({
        groupId: groups[index % groups.length] ?? null,
        date: new Date(Date.UTC(2025, 1, 6 + 7 * index)).toISOString().slice(0, 10),
        number: index + 1,
        patientsPresent: 7,
        firstTherapistId: first,
        secondTherapistId: second,
      });
      store.recordings.add({ sessionId: session.id, ...recording });
      truths.set(session.id, truthOf(random, lengthMs));
      return session.id;
    });

    const submit = (rating: Rating, leaning: Leaning, notes = false): string => {
      const truth = truths.get(rating.sessionId);
      if (truth !== undefined) rate(store, random, rating.id, truth, leaning, notes);
      store.finishing.submit({ ratingId: rating.id, gaps: [] });
      return rating.id;
    };
    const editionId = store.editions.all().find(({ inUse }) => inUse)?.id ?? '';
    const programme = store.programmes.add(settingsOf(size, editionId));
    const set = plan.practice + plan.perTest * plan.tests + plan.checks;
    const standards = new Map<string, string>();
    sessionIds.slice(0, set).forEach((sessionId, at) => {
      // Most are agreed on together, some are the rating of one.
      const purpose = at % 5 === 4 ? 'research' : 'consensus';
      const rating = store.ratings.begin({ sessionId, raterId: leader, purpose });
      if (purpose === 'consensus') store.consensus.setMembers(rating.id, [leader, other]);
      const standardId = submit(rating, { bias: 0, spread: 0.2 }, true);
      standards.set(sessionId, standardId);
      store.giving.put({ programmeId: programme.id, sessionId, standardId, ...partOf(at, plan) });
    });
    const everyday = sessionIds.slice(set);

    time.set(1, 12);
    const enrolmentIds = raterIds.map((raterId) => {
      store.giving.enrol({ programmeId: programme.id, raterId });
      return store.enrolments.of({ programmeId: programme.id, raterId })?.id ?? '';
    });

    /** Rates what is on the work list and not done, in the order that was drawn; as many as are asked for. */
    const work = (at: number, kind: WorkKind, leaning: Leaning, most = 99): void => {
      const purpose = kind === 'practice' ? 'training' : 'certification';
      store.assignments
        .ofEnrolment(enrolmentIds[at] ?? '')
        .filter((one) => one.kind === kind && one.submittedAt === null)
        .slice(0, most)
        .forEach(({ sessionId, raterId }) => {
          submit(store.ratings.begin({ sessionId, raterId, purpose }), leaning);
        });
    };
    const test = (at: number, leaning: Leaning, most?: number): void => {
      store.giving.test(enrolmentIds[at] ?? '', false);
      work(at, 'test', leaning, most);
    };
    const certificate = (at: number): void => {
      certify(store, programme, enrolmentIds[at] ?? '');
    };
    const check = (at: number, index: number, leaning: Leaning): void => {
      const sessionId = sessionIds[plan.practice + plan.perTest * plan.tests + index] ?? '';
      const standardId = standards.get(sessionId) ?? '';
      store.giving.check(enrolmentIds[at] ?? '', 'check', { sessionId, standardId });
      work(at, 'check', leaning);
    };
    const alone = (at: number, index: number, leaning: Leaning): Rating => {
      const rating = store.ratings.begin({
        sessionId: everyday[index] ?? '',
        raterId: raterIds[at] ?? '',
        purpose: 'research',
      });
      submit(rating, leaning);
      return rating;
    };
    /** The second rates what the first has rated alone. */
    const double = (of: number, at: number, index: number, leaning: Leaning): void => {
      const rating = store.ratings
        .ofSession(everyday[index] ?? '')
        .find(({ raterId }) => raterId === raterIds[of]);
      if (rating === undefined) return;
      const { sessionId, id: standardId } = rating;
      store.giving.check(enrolmentIds[at] ?? '', 'double', { sessionId, standardId });
      work(at, 'double', leaning);
    };
    const story: Story = { time, work, test, certificate, check, alone, double };
    if (size === 'small') small(story);
    else large(story);
    return { programmeId: programme.id, leaderId: leader, raterIds, enrolmentIds, sessionIds };
  });
  store.close();
  return made;
}

const everyday: readonly string[] = ['Solveig K.', 'Henrik B.', 'Nora L.', 'Kjell Å.'];
/** In the large programme some are supervisors, who rate in everyday work as well. */
const kindOf = (name: string, size: ProgrammeSize): 'supervisor' | 'trainee' =>
  size === 'large' && everyday.includes(name) ? 'supervisor' : 'trainee';

const [folder, size = 'large', settings] = process.argv.slice(2);
if (folder !== undefined && process.argv[1] === import.meta.filename) {
  const { leaderId } = await makeProgramme(resolve(folder), size === 'small' ? 'small' : 'large');
  if (settings !== undefined) {
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({ raterId: leaderId }));
  }
}
