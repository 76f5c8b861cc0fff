/** Whose progress can be looked at, and how they are called: pure. */
import type { Subject, Subjects } from '../../db/progress';
import type { Library } from '../../preload/api';
import { therapistLabel } from '../library/people';
import { subjectPath } from '../place';

type People = Pick<Library, 'therapists' | 'groups' | 'raters' | 'viewerId'>;

/** The viewer's own work where a therapist sits there, else the therapist with the most sessions. */
export function suggested({ therapists }: Subjects, { raters, viewerId }: People): Subject | undefined {
  const own = raters.find(({ id }) => id === viewerId)?.therapistId;
  const [most] = therapists.toSorted(
    (a, b) =>
      Number(b.therapistId === own) - Number(a.therapistId === own) ||
      b.sessions - a.sessions ||
      (a.therapistId < b.therapistId ? -1 : 1),
  );
  return most && { kind: 'therapist', therapistId: most.therapistId };
}

/** 'T-07 Ingrid', 'Ingrid and Jonas' or 'Torsdagsgruppen'. Undefined when the library does not know them. */
export function subjectName(subject: Subject, people: People, and: string): string | undefined {
  const therapist = (id: string) => people.therapists.find((one) => one.id === id);
  switch (subject.kind) {
    case 'therapist': {
      const found = therapist(subject.therapistId);
      return found && therapistLabel(found);
    }
    case 'pair': {
      const found = subject.therapistIds.map(therapist).flatMap((one) => (one ? [one] : []));
      if (found.length < 2) return undefined;
      return found
        .map(({ code, name }) => name || code)
        .sort()
        .join(` ${and} `);
    }
    case 'group':
      return people.groups.find(({ id }) => id === subject.groupId)?.name;
    default:
      return subject satisfies never;
  }
}

/** As their files are called: therapists by their codes, who has none by name; a group by its name. */
export function subjectCode(subject: Subject, people: People): string {
  if (subject.kind === 'group') return people.groups.find(({ id }) => id === subject.groupId)?.name ?? '';
  const ids = subject.kind === 'pair' ? subject.therapistIds : [subject.therapistId];
  return ids
    .flatMap((id) => people.therapists.filter((one) => one.id === id))
    .map(({ code, name }) => code || name)
    .sort()
    .join(' ');
}

export type SubjectChoice = { subject: Subject; value: string; label: string; sessions: number };

/** Of each kind, by name. Whom the library does not know is left out. */
export function subjectChoices(
  subjects: Subjects,
  people: People,
  and: string,
): Record<Subject['kind'], SubjectChoice[]> {
  const named = (all: readonly { subject: Subject; sessions: number }[]) =>
    all
      .flatMap(({ subject, sessions }) => {
        const label = subjectName(subject, people, and);
        return label === undefined ? [] : [{ subject, value: subjectPath(subject), label, sessions }];
      })
      .sort((a, b) => (a.label === b.label ? (a.value < b.value ? -1 : 1) : a.label < b.label ? -1 : 1));
  return {
    therapist: named(
      subjects.therapists.map(({ therapistId, sessions }) => ({
        subject: { kind: 'therapist', therapistId },
        sessions,
      })),
    ),
    pair: named(
      subjects.pairs.map(({ therapistIds, sessions }) => ({
        subject: { kind: 'pair', therapistIds },
        sessions,
      })),
    ),
    group: named(
      subjects.groups.map(({ groupId, sessions }) => ({ subject: { kind: 'group', groupId }, sessions })),
    ),
  };
}

/** The same subject, in whichever order a pair is given. */
export const sameSubject = (a: Subject, b: Subject): boolean => keyOf(a) === keyOf(b);

const keyOf = (subject: Subject): string =>
  subject.kind === 'pair' ? subject.therapistIds.toSorted().join() : subjectPath(subject);
