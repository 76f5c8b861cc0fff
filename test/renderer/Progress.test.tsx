import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { QualityRow, TherapistProgress } from '../../db/progress';
import { items } from '../../db/scale';
import type { Library } from '../../preload/api';
import { Progress } from '../../renderer/charts/Progress';
import { aQualityRow, aRatingProgress, aSessionRow, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const ingrid = { id: uuid(11), code: 'T-07', name: 'Ingrid' };
const marit = { id: uuid(12), code: 'T-03', name: 'Marit' };
const library: Library = { ...emptyLibrary, therapists: [marit, ingrid] };

beforeEach(() => inLanguage('en'));

const progressOf = (rows: QualityRow[], some: Partial<TherapistProgress> = {}): TherapistProgress => ({
  rows,
  notSubmitted: [],
  withheldSessions: 0,
  ...some,
});

/** The page of a therapist with these ratings. */
async function showRows(rows: QualityRow[]) {
  const asked = answerWith({ library: () => library, progress: () => progressOf(rows) });
  const shown = show(<Progress therapistId={ingrid.id} />);
  await screen.findByRole('heading', { name: /^Progress/ });
  return { ...shown, asked };
}
/** The cells of the table, without its head. */
const numbers = async () =>
  within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent));

describe('the progress of nobody', () => {
  test('says what will be here', async () => {
    answerWith({ library: () => emptyLibrary });
    show(<Progress therapistId={undefined} />);
    expect(await screen.findByText(/This will show how a therapist develops/)).toBeDefined();
  });
});

describe('the progress of a therapist without ratings', () => {
  test('says so, and shows no empty chart', async () => {
    await showRows([]);
    expect(await screen.findByRole('heading', { name: 'No ratings yet' })).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByTestId('quality-chart')).toBeNull();
  });
});

describe('the progress over one session', () => {
  test('shows its numbers, and that development needs more', async () => {
    await showRows([aQualityRow({ quality: 5 })]);
    expect(await numbers()).toEqual([['12 Nov 2026', '5', '1', '–', '–']]);
    expect(screen.getByText(/^One session is rated/)).toBeDefined();
    expect(screen.getByText('1 session · 12 November 2026 · 0 rated by two or more raters')).toBeDefined();
  });
});

describe('the progress over many sessions', () => {
  const rows = [
    aQualityRow({ sessionId: uuid(201), date: '2026-03-05', quality: 3 }),
    aQualityRow({
      sessionId: uuid(201),
      date: '2026-03-05',
      quality: 4,
      raterId: uuid(301),
      raterName: 'Henrik',
    }),
    aQualityRow({
      sessionId: uuid(201),
      date: '2026-03-05',
      quality: 6,
      raterId: uuid(302),
      raterName: 'Ingrid',
      purpose: 'selfRating',
    }),
    aQualityRow({ sessionId: uuid(202), date: '2026-06-18', quality: 5 }),
    aQualityRow({ sessionId: uuid(202), date: '2026-06-18', item: 15, quality: null, noOccasion: true }),
    aQualityRow({ sessionId: uuid(201), date: '2026-03-05', item: 4, quality: 2 }),
  ];

  test('shows mean, number of raters, range and self-rating, the newest first', async () => {
    await showRows(rows);
    expect(await numbers()).toEqual([
      ['18 Jun 2026', '5', '1', '–', '–'],
      ['5 Mar 2026', '3.5', '2', '3–4', '6'],
    ]);
  });

  test('says what it rests on', async () => {
    await showRows(rows);
    expect(
      await screen.findByText('2 sessions · 5 March 2026 – 18 June 2026 · 1 rated by two or more raters'),
    ).toBeDefined();
    expect(screen.getByText(/^An overall score is dependable with one rater/)).toBeDefined();
  });

  test('shows one item when it is chosen, with what that rests on', async () => {
    const { user } = await showRows(rows);
    await user.click(await screen.findByRole('button', { name: /^4 / }));
    expect(await numbers()).toEqual([['5 Mar 2026', '2', '1', '–', '–']]);
    expect(screen.getByRole('heading', { name: `4 ${items[3]?.name.en}` })).toBeDefined();
    expect(screen.getByText(/need two or more raters/)).toBeDefined();
  });

  test('shows "no occasion" as such', async () => {
    const { user } = await showRows(rows);
    await user.click(await screen.findByRole('button', { name: /^15 / }));
    expect(await numbers()).toEqual([['18 Jun 2026', 'No occasion', '0', '–', '–']]);
  });

  test('says of an item that nobody rated it', async () => {
    const { user } = await showRows(rows);
    await user.click(await screen.findByRole('button', { name: /^7 / }));
    expect(screen.getByText('This item has not been rated in any session yet.')).toBeDefined();
  });

  test('offers all 19 items and the overall rating', async () => {
    await showRows(rows);
    const small = within(await screen.findByRole('region', { name: /Every item over time/ }));
    expect(small.getAllByRole('button')).toHaveLength(20);
    expect(small.getByRole('button', { pressed: true }).textContent).toContain('Overall quality');
  });

  test('leads to each session', async () => {
    await showRows(rows);
    expect((await screen.findByRole('link', { name: '18 Jun 2026' })).getAttribute('href')).toBe(
      `#/session/${uuid(202)}`,
    );
  });

  test('speaks Norwegian', async () => {
    await inLanguage('nb');
    answerWith({ library: () => library, progress: () => progressOf(rows) });
    show(<Progress therapistId={ingrid.id} />);
    expect((await numbers())[1]).toEqual(['5. mars 2026', '3,5', '2', '3–4', '6']);
  });
});

describe('the therapist shown first', () => {
  test('is the one with the most rated sessions', async () => {
    const rated = aRatingProgress({ itemsDone: 19, overallQuality: 4 });
    const asked = answerWith({
      library: () => ({
        ...library,
        sessions: [
          aSessionRow({ id: uuid(201), firstTherapistId: marit.id }),
          aSessionRow({ id: uuid(202), secondTherapistId: ingrid.id, ratings: [rated] }),
        ],
      }),
      progress: () => progressOf([]),
    });
    show(<Progress therapistId={undefined} />);
    await waitFor(() => expect(asked).toContainEqual({ name: 'progress', argument: ingrid.id }));
  });

  test('gives way to the one who is chosen', async () => {
    const { user } = await showRows([]);
    await user.click(screen.getByRole('combobox', { name: 'Therapist' }));
    await user.click(screen.getByRole('option', { name: 'T-03 Marit' }));
    expect(window.location.hash).toBe(`#/progress/${marit.id}`);
  });
});

describe('what the charts leave out', () => {
  test('is named: ratings that are not submitted, with the way to them, and sessions still being rated', async () => {
    const notSubmitted = [
      { ratingId: uuid(101), sessionId: uuid(202), date: '2026-10-29', raterName: 'Solveig' },
    ];
    answerWith({
      library: () => library,
      progress: () => progressOf([aQualityRow()], { notSubmitted, withheldSessions: 1 }),
    });
    show(<Progress therapistId={ingrid.id} />);
    expect(await screen.findByText(/1 rating is not submitted yet and not counted:/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Solveig, 29 Oct 2026' }).getAttribute('href')).toBe(
      `#/rate/${uuid(101)}`,
    );
    expect(screen.getByText(/Others' ratings of 1 session are left out/)).toBeDefined();
  });

  test('is not spoken of when there is nothing', async () => {
    await showRows([aQualityRow()]);
    expect(screen.queryByText(/not counted|left out/)).toBeNull();
  });
});
