import { describe, expect, test } from 'vitest';
import {
  sameSubject,
  subjectChoices,
  subjectCode,
  subjectName,
  suggested,
} from '../../renderer/progress/subjects.ts';
import { uuid } from '../fixtures/rows.ts';

const ingrid = { id: uuid(11), code: 'T-07', name: 'Ingrid' };
const jonas = { id: uuid(12), code: 'T-12', name: '' };
const solveig = { id: uuid(300), name: 'Solveig', kind: 'supervisor', therapistId: null } as const;
const herself = { id: uuid(301), name: 'Ingrid', kind: 'self', therapistId: ingrid.id } as const;
const people = {
  therapists: [ingrid, jonas],
  groups: [{ id: uuid(400), name: 'Torsdagsgruppen', format: 'slowOpen', usualMinutes: 90 } as const],
  raters: [solveig, herself],
  viewerId: undefined,
};
const subjects = {
  therapists: [
    { therapistId: ingrid.id, sessions: 2 },
    { therapistId: jonas.id, sessions: 5 },
  ],
  pairs: [{ therapistIds: [jonas.id, ingrid.id] as [string, string], sessions: 2 }],
  groups: [{ groupId: uuid(400), sessions: 3 }],
};

describe('whose progress suggests itself', () => {
  test('is that of the therapist with the most sessions', () => {
    expect(suggested(subjects, people)).toEqual({ kind: 'therapist', therapistId: jonas.id });
    expect(suggested(subjects, { ...people, viewerId: solveig.id })).toEqual({
      kind: 'therapist',
      therapistId: jonas.id,
    });
  });

  test('is the own of a therapist who sits there', () => {
    expect(suggested(subjects, { ...people, viewerId: herself.id })).toEqual({
      kind: 'therapist',
      therapistId: ingrid.id,
    });
  });

  test('is nobody where nobody led a session', () => {
    expect(suggested({ therapists: [], pairs: [], groups: [] }, people)).toBeUndefined();
  });
});

test('a therapist, a pair and a group have their names; a stranger has none', () => {
  expect(subjectName({ kind: 'therapist', therapistId: ingrid.id }, people, 'and')).toBe('T-07 Ingrid');
  expect(subjectName({ kind: 'pair', therapistIds: [jonas.id, ingrid.id] }, people, 'and')).toBe(
    'Ingrid and T-12',
  );
  expect(subjectName({ kind: 'group', groupId: uuid(400) }, people, 'and')).toBe('Torsdagsgruppen');
  expect(subjectName({ kind: 'pair', therapistIds: [jonas.id, uuid(99)] }, people, 'and')).toBeUndefined();
});

test('files are called by codes, whichever way round a pair is given', () => {
  expect(subjectCode({ kind: 'therapist', therapistId: ingrid.id }, people)).toBe('T-07');
  for (const therapistIds of [
    [jonas.id, ingrid.id],
    [ingrid.id, jonas.id],
  ] as [string, string][]) {
    expect(subjectCode({ kind: 'pair', therapistIds }, people)).toBe('T-07 T-12');
  }
  expect(subjectCode({ kind: 'group', groupId: uuid(400) }, people)).toBe('Torsdagsgruppen');
  expect(subjectCode({ kind: 'group', groupId: uuid(99) }, people)).toBe('');
});

test('a therapist without a code is called by name', () => {
  const therapists = [{ id: uuid(13), code: '', name: 'Marit' }];
  expect(subjectCode({ kind: 'therapist', therapistId: uuid(13) }, { ...people, therapists })).toBe('Marit');
});

test('a pair is the same in either order', () => {
  const [one, other] = [ingrid.id, jonas.id];
  expect(
    sameSubject({ kind: 'pair', therapistIds: [one, other] }, { kind: 'pair', therapistIds: [other, one] }),
  ).toBe(true);
  expect(sameSubject({ kind: 'therapist', therapistId: one }, { kind: 'group', groupId: one })).toBe(false);
});

test('every subject can be chosen, with its sessions', () => {
  const { therapist, pair, group } = subjectChoices(subjects, people, 'and');
  expect([...therapist, ...pair, ...group].map(({ label, sessions }) => `${label}: ${sessions}`)).toEqual([
    'T-07 Ingrid: 2',
    'T-12: 5',
    'Ingrid and T-12: 2',
    'Torsdagsgruppen: 3',
  ]);
});
