import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Subject } from '../../db/progress.ts';
import { everything } from '../../renderer/agreement/address.ts';
import {
  agreementViews,
  hashOf,
  type Place,
  placeOf,
  programmeViews,
  progressViews,
} from '../../renderer/place.ts';
import { safetyParts } from '../../renderer/safety/parts.ts';
import { uuid } from '../fixtures/rows.ts';

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.uuid().map((therapistId): Subject => ({ kind: 'therapist', therapistId })),
  fc.tuple(fc.uuid(), fc.uuid()).map((therapistIds): Subject => ({ kind: 'pair', therapistIds })),
  fc.uuid().map((groupId): Subject => ({ kind: 'group', groupId })),
);

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ name: 'library' }),
  fc.constant<Place>({ name: 'settings' }),
  fc.constant<Place>({ name: 'checkCertificate' }),
  fc.uuid().map((certificateId): Place => ({ name: 'certificate', certificateId })),
  fc.constant<Place>({ name: 'safety' }),
  fc.constantFrom(...safetyParts).map((part): Place => ({ name: 'safety', part })),
  fc.uuid().map((sessionId): Place => ({ name: 'session', sessionId })),
  fc.uuid().map((ratingId): Place => ({ name: 'rate', ratingId })),
  fc
    .tuple(fc.uuid(), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([ratingId, atMs]): Place => ({ name: 'rate', ratingId, atMs })),
  fc.uuid().map((sessionId): Place => ({ name: 'results', sessionId })),
  fc.uuid().map((sessionId): Place => ({ name: 'report', sessionId })),
  fc.uuid().map((ratingId): Place => ({ name: 'consensus', ratingId })),
  fc.uuid().map((therapistId): Place => ({ name: 'progressReport', therapistId })),
  fc.constant<Place>({ name: 'progress', subject: undefined, view: 'time' }),
  fc
    .tuple(subject, fc.constantFrom(...progressViews))
    .map(([whose, view]): Place => ({ name: 'progress', subject: whose, view })),
  fc.constant<Place>({ name: 'programmes' }),
  fc.constant<Place>({ name: 'newProgramme' }),
  fc
    .tuple(fc.uuid(), fc.constantFrom(...programmeViews))
    .map(([programmeId, view]): Place => ({ name: 'programme', programmeId, view })),
  fc.uuid().map((assignmentId): Place => ({ name: 'comparison', assignmentId })),
  fc
    .tuple(fc.uuid(), fc.integer({ min: 1, max: 9 }))
    .map(([enrolmentId, attempt]): Place => ({ name: 'attempt', enrolmentId, attempt })),
  fc.constantFrom(...agreementViews).map((view): Place => ({ name: 'agreement', view })),
  fc.tuple(fc.uuid(), fc.uniqueArray(fc.uuid(), { minLength: 1 })).map(
    ([groupId, raterIds]): Place => ({
      name: 'agreement',
      view: 'raters',
      scope: { ...everything, groupId, raterIds, to: '2026-01-01' },
    }),
  ),
  subject.map(
    (whose): Place => ({
      name: 'progress',
      subject: whose,
      view: 'time',
      filters: { from: '2026-01-01', purpose: 'supervision', edition: 'site & co/1' },
    }),
  ),
);

test('every place is found again from its address', () => {
  fc.assert(fc.property(places, (place) => void expect(placeOf(hashOf(place))).toEqual(place)));
});

test.each([
  '',
  '#',
  '#/',
  '#/nowhere',
  '#/session',
  '#/session/',
  '#/rate',
  '#/programme',
  '#/results/nonsense',
  '#/certificate/nonsense',
  'nonsense',
])('the address %j is the library', (hash) => {
  expect(placeOf(hash)).toEqual({ name: 'library' });
});

test.each(['soon', '-5', '1e9', '12345678901', ''])('a desk at %j begins where the rater was last', (at) => {
  expect(placeOf(`#/rate/${uuid(1)}/${at}`)).toEqual({ name: 'rate', ratingId: uuid(1) });
});

test('any address whatever is some place', () => {
  fc.assert(fc.property(fc.string(), (hash) => void expect(hashOf(placeOf(`#${hash}`))).toMatch(/^#\//)));
});
