import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionRow, SoughtSessions } from '../../db/library';
import type { Library as Content } from '../../preload/api';
import { Library } from '../../renderer/library/Library';
import { useLibraryView } from '../../renderer/library/useLibraryView';
import { aWorkItem } from '../fixtures/programmes';
import { aRatingProgress, aSessionRow, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const rating = aRatingProgress({ itemsDone: 11, marks: 3 });
const library: Content = {
  groups: [
    { id: uuid(1), name: 'Thursday group', format: 'slowOpen', usualMinutes: 90 },
    { id: uuid(2), name: 'Monday group', format: 'closed', usualMinutes: 90 },
  ],
  therapists: [
    { id: uuid(11), code: 'T-07', name: 'Ingrid' },
    { id: uuid(12), code: 'T-12', name: '' },
  ],
  raters: [],
  viewerId: undefined,
  sessions: 2,
  waiting: 0,
};
const rows = [
  aSessionRow({
    id: uuid(201),
    groupId: uuid(1),
    firstTherapistId: uuid(11),
    secondTherapistId: uuid(12),
    recordingId: uuid(400),
    recordingName: 'film.mp4',
    durationMs: 5_400_000,
    picture: true,
    ratings: [
      rating,
      {
        ...rating,
        ratingId: uuid(101),
        raterName: 'Ingrid',
        purpose: 'selfRating',
        submittedAt: '2026-11-13T08:00:00Z',
        itemsDone: 19,
        overallQuality: 5,
      },
    ],
  }),
  aSessionRow({ id: uuid(202), date: '2026-05-04', number: null, groupId: uuid(2) }),
];

/** As the window does: what is sought outlives the place. */
function Place() {
  return <Library view={useLibraryView()} />;
}

type Asked = SoughtSessions & { from: number; count: number };
const pageOf =
  (all: readonly SessionRow[]) =>
  ({ sought, groupId, from, count }: Asked) => {
    const found = all
      .filter((row) => groupId === null || row.groupId === groupId)
      .filter((row) => JSON.stringify(row).toLowerCase().includes(sought));
    return { total: found.length, rows: found.slice(from, from + count) };
  };

beforeEach(async () => {
  // A list draws nothing without a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  await inLanguage('en');
});

const dates = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('link')[0]?.textContent);

describe('an empty library', () => {
  test('says what will be here, and offers the one next step', async () => {
    const asked = answerWith({
      library: () => emptyLibrary,
      sessions: pageOf([]),
      chooseRecording: () => ({ outcome: 'cancelled' }),
    });
    const { user } = show(<Place />);
    expect(await screen.findByRole('heading', { name: 'Your sessions will be here' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Add recording' }));
    expect(asked.map(({ name }) => name)).toContain('chooseRecording');
  });

  test('goes to the session that was made around a recording', async () => {
    answerWith({
      library: () => emptyLibrary,
      sessions: pageOf([]),
      chooseRecording: () => ({ outcome: 'linked', sessionId: uuid(201), problem: null }),
    });
    const { user } = show(<Place />);
    await user.click(await screen.findByRole('button', { name: 'Add recording' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/session/${uuid(201)}`));
  });

  test('tells why a file was not added', async () => {
    answerWith({
      library: () => emptyLibrary,
      sessions: pageOf([]),
      chooseRecording: () => ({
        outcome: 'refused',
        name: 'old.avi',
        problem: { kind: 'codec', name: 'AVI' },
      }),
    });
    const { user } = show(<Place />);
    await user.click(await screen.findByRole('button', { name: 'Add recording' }));
    expect(await screen.findByText('old.avi was not added')).toBeDefined();
    expect(screen.getByText(/cannot play the format AVI/)).toBeDefined();
    expect(window.location.hash).toBe('');
  });
});

describe('a library', () => {
  test('shows what is known of a session', async () => {
    answerWith({ library: () => library, sessions: pageOf(rows) });
    show(<Place />);
    const [, first] = await screen.findAllByRole('row');
    const row = within(first as HTMLElement);
    expect(row.getByRole('link', { name: '12 Nov 2026' }).getAttribute('href')).toBe(
      `#/session/${uuid(201)}`,
    );
    expect(row.getByText('Thursday group')).toBeDefined();
    expect(row.getByRole('cell', { name: 'T-07 Ingrid · T-12' })).toBeDefined();
    expect(row.getByText('01:30:00')).toBeDefined();
    expect(screen.getByText('2 sessions')).toBeDefined();
  });

  test('says what is to be rated in programmes, with the way to the list', async () => {
    const work = [aWorkItem(1, { submittedAt: '2026-11-13T08:00:00Z' }), aWorkItem(2), aWorkItem(3)];
    answerWith({ library: () => library, sessions: pageOf(rows), work: () => work });
    show(<Place />);
    expect(await screen.findByText('2 sessions are to be rated in programmes.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'To the work list' }).getAttribute('href')).toBe('#/programmes');
  });

  test('shows who rated how far, and leads to the rating', async () => {
    answerWith({ library: () => library, sessions: pageOf(rows) });
    show(<Place />);
    const open = await screen.findByRole('link', { name: /Solveig/ });
    expect(open.getAttribute('href')).toBe(`#/rate/${uuid(100)}`);
    expect(open.textContent).toContain('11 of 19');
    const done = screen.getByRole('link', { name: /Ingrid \(self\)/ });
    expect(done.textContent).toContain('5');
    expect(done.textContent).not.toContain('19 of 19');
  });

  test('says in words what is not known', async () => {
    answerWith({ library: () => library, sessions: pageOf(rows) });
    show(<Place />);
    const [, , second] = await screen.findAllByRole('row');
    const row = within(second as HTMLElement);
    for (const words of ['not chosen', 'No recording', 'not rated'])
      expect(row.getByText(words)).toBeDefined();
  });

  test('is narrowed by what is typed', async () => {
    answerWith({ library: () => library, sessions: pageOf(rows) });
    const { user } = show(<Place />);
    const search = await screen.findByRole('textbox', { name: 'Search sessions' });
    expect(dates()).toEqual(['12 Nov 2026', '4 May 2026']);
    await user.type(search, 'ingrid');
    expect(dates()).toEqual(['12 Nov 2026']);
    await user.clear(search);
    await user.type(search, 'nobody');
    expect(screen.getByText('No sessions match.')).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('is narrowed to a group', async () => {
    answerWith({ library: () => library, sessions: pageOf(rows) });
    const { user } = show(<Place />);
    await user.click(await screen.findByRole('combobox', { name: 'Group' }));
    await user.click(screen.getByRole('option', { name: 'Monday group' }));
    expect(dates()).toEqual(['4 May 2026']);
  });

  test('speaks Norwegian', async () => {
    await inLanguage('nb');
    answerWith({ library: () => library, sessions: pageOf(rows) });
    show(<Place />);
    expect(await screen.findByRole('link', { name: '12. nov. 2026' })).toBeDefined();
    expect(screen.getByText('2 møter')).toBeDefined();
  });
});
