import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../db/model';
import type { Library } from '../../preload/api';
import { BeginRating } from '../../renderer/session/BeginRating';
import { aRating, aRatingProgress, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const session: Session = {
  id: uuid(200),
  groupId: null,
  date: '2026-11-12',
  number: 34,
  patientsPresent: null,
  firstTherapistId: uuid(11),
  secondTherapistId: null,
};
const library: Library = {
  ...emptyLibrary,
  therapists: [
    { id: uuid(11), code: 'T-07', name: 'Ingrid' },
    { id: uuid(12), code: 'T-12', name: 'Jonas' },
  ],
  raters: [
    { id: uuid(301), name: 'Henrik', kind: 'expert', therapistId: null },
    { id: uuid(302), name: 'Solveig', kind: 'supervisor', therapistId: null },
    { id: uuid(303), name: 'Ingrid', kind: 'self', therapistId: uuid(11) },
    { id: uuid(304), name: 'Tiril', kind: 'trainee', therapistId: null },
  ],
};
const rating = aRating({ sessionId: session.id, raterId: uuid(302) });

beforeEach(() => inLanguage('en'));

const who = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who rates?' });
const purpose = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Purpose' });
const answer = () =>
  answerWith({
    beginRating: () => rating,
    addRater: ({ name, kind }) => ({ id: uuid(305), name, kind, therapistId: null }),
  });

describe('beginning a rating', () => {
  test('offers the raters, and those therapists who led the session', async () => {
    answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Henrik',
      'Solveig',
      'Tiril',
      '+ New rater …',
      'T-07 Ingrid',
    ]);
  });

  test('needs somebody who rates', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={library} />);
    expect(screen.getByRole('button', { name: 'Rate' }).hasAttribute('disabled')).toBe(true);
  });

  test('opens the desk for a supervisor', async () => {
    const asked = answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    await user.click(screen.getByRole('option', { name: 'Solveig' }));
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/rate/${rating.id}`));
    expect(asked).toEqual([
      {
        name: 'beginRating',
        argument: { sessionId: session.id, by: { raterId: uuid(302), purpose: 'supervision' } },
      },
    ]);
  });

  test('opens the desk for a therapist who rates the own session', async () => {
    const asked = answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    await user.click(screen.getByRole('option', { name: 'T-07 Ingrid' }));
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/rate/${rating.id}`));
    expect(asked).toEqual([
      { name: 'beginRating', argument: { sessionId: session.id, by: { therapistId: uuid(11) } } },
    ]);
  });

  test('begins with who sits there', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={{ ...library, viewerId: uuid(302) }} />);
    expect(who().value).toBe('Solveig');
  });

  test('begins with the therapist who sits there, if it is their session', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={{ ...library, viewerId: uuid(303) }} />);
    expect(who().value).toBe('T-07 Ingrid');
    expect(purpose().value).toBe('Self-rating');
  });

  test('begins with nobody when the therapist who sits there did not lead the session', () => {
    answer();
    const other = { ...session, firstTherapistId: uuid(12) };
    show(<BeginRating ratings={[]} session={other} library={{ ...library, viewerId: uuid(303) }} />);
    expect(who().value).toBe('');
  });

  test.each([
    ['Solveig', ['Supervision', 'Training', 'Certification', 'Research']],
    ['Henrik', ['Supervision', 'Training', 'Certification', 'Research']],
    ['Tiril', ['Training', 'Certification']],
    ['T-07 Ingrid', ['Self-rating']],
  ])('offers %s the purposes %j, the usual one chosen', async (name, purposes) => {
    answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    await user.click(screen.getByRole('option', { name }));
    expect(purpose().value).toBe(purposes[0]);
    await user.click(purpose());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(purposes);
  });

  test('asks for the purpose that was chosen', async () => {
    const asked = answer();
    const { user } = show(
      <BeginRating ratings={[]} session={session} library={{ ...library, viewerId: uuid(304) }} />,
    );
    await user.click(purpose());
    await user.click(screen.getByRole('option', { name: 'Certification' }));
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.argument).toEqual({
      sessionId: session.id,
      by: { raterId: uuid(304), purpose: 'certification' },
    });
  });

  test('offers what is not submitted yet first', () => {
    answer();
    const ratings = [
      aRatingProgress({ raterId: uuid(302), submittedAt: '2026-11-13T12:00:00Z' }),
      aRatingProgress({ raterId: uuid(302), purpose: 'certification', itemsDone: 2 }),
    ];
    show(<BeginRating ratings={ratings} session={session} library={{ ...library, viewerId: uuid(302) }} />);
    expect(purpose().value).toBe('Certification');
    expect(screen.getByRole('button', { name: 'Continue (2 of 19)' })).toBeDefined();
  });

  test('goes on with what was begun for the same purpose, and says so', async () => {
    answer();
    const ratings = [
      aRatingProgress({ raterId: uuid(302), itemsDone: 11 }),
      aRatingProgress({ raterId: uuid(302), purpose: 'research', submittedAt: '2026-11-13T12:00:00Z' }),
    ];
    const { user } = show(
      <BeginRating ratings={ratings} session={session} library={{ ...library, viewerId: uuid(302) }} />,
    );
    expect(screen.getByRole('button', { name: 'Continue (11 of 19)' })).toBeDefined();
    await user.click(purpose());
    await user.click(screen.getByRole('option', { name: 'Research' }));
    expect(screen.getByRole('button', { name: 'Open (submitted 13 November 2026)' })).toBeDefined();
    await user.click(purpose());
    await user.click(screen.getByRole('option', { name: 'Training' }));
    expect(screen.getByRole('button', { name: 'Rate' })).toBeDefined();
  });

  test('adds a new rater', async () => {
    const asked = answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    await user.click(screen.getByRole('option', { name: '+ New rater …' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New rater' }));
    await user.type(dialog.getByRole('textbox', { name: 'Name or initials' }), 'Nora');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked[0]).toEqual({ name: 'addRater', argument: { name: 'Nora', kind: 'supervisor' } });
    expect(screen.getByRole('button', { name: 'Rate' }).hasAttribute('disabled')).toBe(false);
  });

  test('does not add a second rater with the same name', async () => {
    answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    await user.click(screen.getByRole('option', { name: '+ New rater …' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New rater' }));
    await user.type(dialog.getByRole('textbox', { name: 'Name or initials' }), ' Solveig ');
    expect(dialog.getByText('There is a rater with this name.')).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Add' }).hasAttribute('disabled')).toBe(true);
  });
});
