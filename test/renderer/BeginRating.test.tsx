import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../db/model';
import type { Library } from '../../preload/api';
import { BeginRating } from '../../renderer/session/BeginRating';
import { uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show, usualSettings } from './surface';

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
  ],
};
const rating = {
  id: uuid(100),
  sessionId: session.id,
  raterId: uuid(302),
  purpose: 'supervision' as const,
  scaleEdition: 'mbt-g-aqs/1',
  startedAt: '2026-11-12T08:00:00Z',
  positionMs: 0,
  version: 1,
  amendReason: null,
  submittedAt: null,
  sawOthersAt: null,
};

beforeEach(() => inLanguage('en'));

const who = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who rates?' });
const answer = () =>
  answerWith({
    beginRating: () => rating,
    saveSettings: (some) => ({ ...usualSettings, raterId: some.raterId ?? null }),
    addRater: ({ name, kind }) => ({ id: uuid(304), name, kind, therapistId: null }),
  });

describe('beginning a rating', () => {
  test('offers the raters, and those therapists who led the session', async () => {
    answer();
    const { user } = show(<BeginRating ratings={[]} session={session} library={library} />);
    await user.click(who());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Henrik',
      'Solveig',
      '+ New rater …',
      'T-07 Ingrid',
    ]);
  });

  test('needs somebody who rates', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={library} />);
    expect(screen.getByRole('button', { name: 'Rate' }).hasAttribute('disabled')).toBe(true);
  });

  test('opens the desk for a supervisor, and remembers who it was', async () => {
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
      { name: 'saveSettings', argument: { raterId: uuid(302) } },
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

  test('begins with who rated last', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={library} />, {
      ...usualSettings,
      raterId: uuid(302),
    });
    expect(who().value).toBe('Solveig');
  });

  test('forgets who rated last when they are not in this library', () => {
    answer();
    show(<BeginRating ratings={[]} session={session} library={library} />, {
      ...usualSettings,
      raterId: uuid(399),
    });
    expect(who().value).toBe('');
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
