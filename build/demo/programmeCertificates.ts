/** Signs certificates in a library that is made up, as the program does. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Programme } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { certified } from '../../main/certificates/certify.ts';
import { factsText } from '../../main/certificates/facts.ts';
import {
  allMet,
  inOrderRated,
  itemFigures,
  ruleResults,
  sessionFigures,
} from '../../main/certification/index.ts';

const { version: toolVersion } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')));

/** A certificate for the last attempt. @throws when it was not passed: the story would be another one */
export function certify(store: Store, programme: Programme, enrolmentId: string): void {
  const enrolled = store.enrolments.ofProgramme(programme.id).find(({ id }) => id === enrolmentId);
  const edition = store.editions.find(programme.editionId);
  if (enrolled === undefined || edition === undefined) throw new Error('nobody to certify');
  const adherenceItems = new Set(
    edition.items.filter(({ takesAdherence }) => takesAdherence).map(({ item }) => item),
  );
  const counting = { dimension: programme.dimension, adherenceItems };
  const tests = store.assignments.ofEnrolment(enrolmentId).filter(({ kind }) => kind === 'test');
  const attempt = Math.max(...tests.map((one) => one.attempt ?? 0));
  const tested = inOrderRated(
    tests
      .filter((one) => one.attempt === attempt)
      .flatMap(({ id, sessionId, ratingId, standardId, submittedAt, assignedAt }) => {
        const standard = standardId === null ? undefined : store.standards.find(standardId);
        if (ratingId === null || submittedAt === null || standard === undefined) return [];
        const by = (rating: string) => ({ ratingId: rating, levels: store.agreement.levels(rating) });
        return [
          {
            assignmentId: id,
            sessionId,
            submittedAt,
            assignedAt,
            own: by(ratingId),
            standard: { ...standard, ...by(standard.ratingId) },
          },
        ];
      }),
  );
  const rated = tested.map(({ own, standard, ...one }) => ({
    ...one,
    own: own.levels,
    standard: standard.levels,
  }));
  const rules = ruleResults(rated, programme.rules, counting);
  if (!allMet(rules)) throw new Error(`${enrolled.raterName} did not pass: ${JSON.stringify(rules)}`);
  store.certificates.issue({
    enrolmentId,
    attempt,
    say: (made) => {
      const facts = certified(
        {
          programme,
          editionName: edition.name,
          tested,
          result: {
            outcome: 'over',
            programmeId: programme.id,
            attempt,
            raterName: enrolled.raterName,
            startedAt: tested[0]?.assignedAt ?? '',
            endedAt: tested.at(-1)?.submittedAt ?? '',
            passed: true,
            rules,
            sessions: rated.map((one) => ({
              ...sessionFigures(one, counting),
              assignmentId: one.assignmentId,
              session: { id: one.sessionId, date: '', number: null, groupId: null },
            })),
            items: itemFigures(rated, counting),
          },
        },
        { ...made, toolVersion },
      );
      return { facts: factsText(facts), validUntil: facts.validUntil };
    },
  });
}
