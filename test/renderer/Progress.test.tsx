import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CountedRating, Subject, SubjectProgress, Subjects } from '../../db/progress';
import { items } from '../../db/scale';
import type { Library } from '../../preload/api';
import { measureTable } from '../../renderer/charts/measureTable';
import { overallMeasure, pointsOf } from '../../renderer/charts/series';
import type { ProgressView } from '../../renderer/place';
import type { Filters } from '../../renderer/progress/filter';
import { Progress } from '../../renderer/progress/Progress';
import { aCountedRating, aProgressSession, aSubjectProgress, someLevels, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const ingrid = { id: uuid(11), code: 'T-07', name: 'Ingrid' };
const marit = { id: uuid(12), code: 'T-03', name: 'Marit' };
const thursday = { id: uuid(400), name: 'Torsdagsgruppen', format: 'slowOpen', usualMinutes: 90 } as const;
const library: Library = { ...emptyLibrary, therapists: [marit, ingrid], groups: [thursday] };
const subjects: Subjects = {
  therapists: [
    { therapistId: ingrid.id, sessions: 3 },
    { therapistId: marit.id, sessions: 1 },
  ],
  pairs: [{ therapistIds: [ingrid.id, marit.id], sessions: 1 }],
  groups: [{ groupId: thursday.id, sessions: 2 }],
};
const hers: Subject = { kind: 'therapist', therapistId: ingrid.id };

beforeEach(() => inLanguage('en'));

type Shown = { subject?: Subject | undefined; view?: ProgressView; filters?: Filters };

async function showProgress(progress: SubjectProgress, some: Shown = {}) {
  const asked = answerWith({
    library: () => library,
    subjects: () => subjects,
    progress: () => progress,
    addEvent: (event) => ({ id: uuid(900), ...event }),
    editEvent: () => ({ found: true }),
    removeEvent: () => ({ found: true }),
  });
  const place = { subject: hers, view: 'time', ...some } as const;
  const shown = show(<Progress {...place} />);
  await screen.findByRole('heading', { name: /^Progress/ });
  return { ...shown, asked };
}

const onDay = (date: string, index: number) =>
  aProgressSession({ id: uuid(200 + index), date, number: index });
const given = (index: number, quality: number, some: Partial<CountedRating> = {}): CountedRating =>
  aCountedRating({ sessionId: uuid(200 + index), quality: someLevels({ 0: quality }), ...some });

/** Two sessions; the first with two raters and the therapist, the second with one and an item without occasion. */
const two = aSubjectProgress({
  sessions: [onDay('2026-03-05', 1), onDay('2026-06-18', 2)],
  ratings: [
    given(1, 3, { quality: someLevels({ 0: 3, 4: 2 }) }),
    given(1, 4, { raterId: uuid(301), raterName: 'Henrik', purpose: 'research' }),
    given(1, 6, { raterId: uuid(302), raterName: 'Ingrid', purpose: 'selfRating' }),
    given(2, 5, { noOccasion: [15], adherence: someLevels({ 0: 2 }) }),
  ],
});

/** One session in each month. */
const monthly = (levels: readonly number[]) =>
  aSubjectProgress({
    sessions: levels.map((_, index) => onDay(`2026-${String(index + 1).padStart(2, '0')}-10`, index)),
    ratings: levels.map((level, index) => given(index, level)),
  });

describe('the progress of nobody', () => {
  test('says what will be here', async () => {
    answerWith({ library: () => emptyLibrary, subjects: () => ({ therapists: [], pairs: [], groups: [] }) });
    show(<Progress subject={undefined} view="time" />);
    expect(await screen.findByText(/This will show how a therapist develops/)).toBeDefined();
  });
});

describe('a subject without ratings', () => {
  test('has no chart, and is told so', async () => {
    await showProgress(aSubjectProgress({ editions: [] }));
    expect(await screen.findByRole('heading', { name: 'No ratings yet' })).toBeDefined();
    expect(screen.queryByTestId('measure-chart')).toBeNull();
  });
});

describe('one session', () => {
  test('is shown, with what development needs', async () => {
    await showProgress(monthly([5]));
    expect(await screen.findByText(/^One session is rated/)).toBeDefined();
    expect(screen.getByText('1 session · 10 January 2026 · 0 rated by two or more raters')).toBeDefined();
    expect(screen.getByText('Too few sessions for a trend (1 of 5).')).toBeDefined();
    expect(document.querySelectorAll('circle[data-session]')).toHaveLength(1);
  });
});

describe('levels over time', () => {
  test('say what they rest on', async () => {
    await showProgress(two);
    expect(
      await screen.findByText('2 sessions · 5 March 2026 – 18 June 2026 · 1 rated by two or more raters'),
    ).toBeDefined();
    expect(screen.getByText(/^An overall score is dependable with one rater/)).toBeDefined();
  });

  test('have a point for each session and a sign for each self-rating', async () => {
    await showProgress(two);
    const chart = await screen.findByTestId('measure-chart');
    await waitFor(() => expect(chart.querySelectorAll('circle[data-session]')).toHaveLength(2));
    expect(screen.getByText('self-rating')).toBeDefined();
  });

  test('are of one item when it is chosen', async () => {
    const { user } = await showProgress(two);
    await user.click(await screen.findByRole('button', { name: /^4 / }));
    expect(screen.getByRole('heading', { name: `4 ${items[3]?.name.en}: quality` })).toBeDefined();
    expect(screen.getByText(/need two or more raters/)).toBeDefined();
  });

  test('are of adherence when it is chosen, never of both', async () => {
    const { user } = await showProgress(two);
    await user.click(await screen.findByRole('radio', { name: 'Adherence' }));
    expect(screen.getByRole('heading', { name: 'Overall adherence' })).toBeDefined();
    expect(screen.getByTestId('measure-chart').querySelectorAll('circle[data-session]')).toHaveLength(1);
  });

  test('show "no occasion" as such, with no level', async () => {
    const { user } = await showProgress(two);
    await user.click(await screen.findByRole('button', { name: /^15 / }));
    expect(screen.getByTestId('measure-chart').querySelectorAll('circle[data-session]')).toHaveLength(0);
    expect(screen.getByText('no occasion')).toBeDefined();
  });

  test('say of an item that nobody rated it', async () => {
    const { user } = await showProgress(two);
    await user.click(await screen.findByRole('button', { name: /^7 / }));
    expect(screen.getByText('This has not been rated in any of these sessions.')).toBeDefined();
  });

  test('offer all 19 items and the overall', async () => {
    await showProgress(two);
    const small = within(await screen.findByRole('region', { name: /Every item over time/ }));
    const each = small.getAllByRole('button').filter((button) => button.hasAttribute('aria-pressed'));
    expect(each).toHaveLength(20);
    expect(small.getByRole('button', { pressed: true }).textContent).toContain('Overall quality');
  });

  test('of every item have their numbers: a row for each session, "no occasion" as a word', async () => {
    const { user } = await showProgress(two);
    const card = within(await screen.findByRole('region', { name: 'Every item over time: quality' }));
    await user.click(card.getByRole('button', { name: 'Table' }));
    const [head, first, second] = card.getAllByRole('row').map((row) => [...row.children]);
    expect(head).toHaveLength(22);
    expect(first?.slice(0, 3).map(({ textContent }) => textContent)).toEqual(['5 Mar 2026', '2', '3.5']);
    expect(second?.[17]?.textContent).toBe('No occasion');
  });

  test('propose a file name with the code of whom they are about', async () => {
    await showProgress(two);
    await screen.findByTestId('measure-chart');
    const names = [...document.querySelectorAll<HTMLElement>('[data-chart]')].map((one) => one.dataset.chart);
    expect(names).toEqual(['T-07 Overall quality', 'T-07 Every item over time quality']);
  });

  test('open the results of a session from its point', async () => {
    await showProgress(two);
    await waitFor(() => expect(document.querySelector(`circle[data-session="${uuid(202)}"]`)).not.toBeNull());
    const point = document.querySelector(`circle[data-session="${uuid(202)}"]`);
    if (point !== null) fireEvent.click(point);
    expect(window.location.hash).toBe(`#/results/${uuid(202)}`);
  });

  test('say when not all of many sessions are drawn', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => index);
    const dayOf = (index: number) => new Date(Date.UTC(2016, 0, 1 + index)).toISOString().slice(0, 10);
    await showProgress(
      aSubjectProgress({
        sessions: many.map((index) => aProgressSession({ id: uuid(2000 + index), date: dayOf(index) })),
        ratings: many.map((index) => given(1800 + index, 1 + (index % 7))),
      }),
    );
    expect(await screen.findByText(/of 2000 sessions are drawn/)).toBeDefined();
  });
});

describe('the numbers of the chart', () => {
  const rows = (measure: number, language: 'nb' | 'en' = 'en') =>
    measureTable(pointsOf(two, measure), i18next.t, language).rows.map((row) => row.map(({ text }) => text));

  test('are mean, raters, range, self-rating and no occasion, the newest first', () => {
    expect(rows(overallMeasure)).toEqual([
      ['18 Jun 2026', '5', '1', '–', '–', '0'],
      ['5 Mar 2026', '3.5', '2', '3–4', '6', '0'],
    ]);
    expect(rows(15)).toEqual([['18 Jun 2026', '–', '0', '–', '–', '1']]);
  });

  test('speak Norwegian', () => {
    expect(rows(overallMeasure, 'nb')[1]).toEqual(['5. mars 2026', '3,5', '2', '3–4', '6', '0']);
  });

  test('lead to the results of each session', () => {
    const [newest] = measureTable(pointsOf(two, overallMeasure), i18next.t, 'en').rows;
    expect(newest?.[0]).toEqual({ text: '18 Jun 2026', value: '2026-06-18', href: `#/results/${uuid(202)}` });
  });
});

describe('the trend', () => {
  test('names method, number, interval and what it means', async () => {
    await showProgress(monthly([2, 3, 3, 4, 5, 5, 6]));
    expect(await screen.findByText('A clear rise.')).toBeDefined();
    expect(
      screen.getByText(/levels a year, 95 % interval \+.* to \+.*Theil–Sen slope over 7 sessions\./),
    ).toBeDefined();
    expect(await screen.findByTestId('trend')).toBeDefined();
  });

  test('is told by the month when the sessions span less than half a year', async () => {
    await showProgress(monthly([2, 3, 4, 5, 6]));
    expect(
      await screen.findByText(/\+1\.01 levels a month, 95 % interval .* over 5 sessions\./),
    ).toBeDefined();
  });

  test('says that there is no clear change', async () => {
    await showProgress(monthly([4, 5, 3, 4, 5, 3]));
    expect(await screen.findByText('No clear change: the interval contains 0.')).toBeDefined();
  });

  test('waits for five sessions', async () => {
    await showProgress(monthly([2, 3, 4]));
    expect(await screen.findByText('Too few sessions for a trend (3 of 5).')).toBeDefined();
    expect(screen.queryByTestId('trend')).toBeNull();
  });

  test('can be left out', async () => {
    const { user } = await showProgress(monthly([2, 3, 3, 4, 5, 5, 6]));
    await user.click(await screen.findByRole('switch', { name: 'Show' }));
    expect(screen.queryByTestId('trend')).toBeNull();
    expect(screen.queryByText('A clear rise.')).toBeNull();
  });
});

describe('whose progress', () => {
  test('is first that of the therapist with the most sessions', async () => {
    const { asked } = await showProgress(two, { subject: undefined });
    await waitFor(() => expect(asked).toContainEqual({ name: 'progress', argument: hers }));
  });

  test.each([
    ['T-03 Marit', `#/progress/therapist/${marit.id}/time`],
    ['Torsdagsgruppen', `#/progress/group/${thursday.id}/time`],
    ['Ingrid and Marit', `#/progress/pair/${ingrid.id}/${marit.id}/time`],
  ])('can be that of %s', async (name, hash) => {
    const { user } = await showProgress(two);
    await user.click(screen.getByRole('combobox', { name: 'Whose progress' }));
    await user.click(screen.getByRole('option', { name: new RegExp(`^${name}`) }));
    expect(window.location.hash).toBe(hash);
  });

  test('of a therapist has a report, that of a group none', async () => {
    await showProgress(two);
    expect(screen.getByRole('link', { name: 'Report …' }).getAttribute('href')).toBe(
      `#/progressReport/${ingrid.id}`,
    );
    await showProgress(two, { subject: { kind: 'group', groupId: thursday.id } });
    expect(screen.getAllByRole('link', { name: 'Report …' })).toHaveLength(1);
  });
});

describe('filters', () => {
  test('stay when the view or the subject changes', async () => {
    const { user } = await showProgress(two, { filters: { from: '2026-05-01' } });
    await user.click(await screen.findByRole('tab', { name: 'Self and supervisor' }));
    expect(window.location.hash).toBe(`#/progress/therapist/${ingrid.id}/self?from=2026-05-01`);
    await user.click(screen.getByRole('combobox', { name: 'Whose progress' }));
    await user.click(screen.getByRole('option', { name: /^Torsdagsgruppen/ }));
    expect(window.location.hash).toBe(`#/progress/group/${thursday.id}/time?from=2026-05-01`);
  });

  test('say what they leave, and are cleared by one click', async () => {
    const { user } = await showProgress(two, { filters: { from: '2026-05-01' } });
    expect(await screen.findByText('1 of 2 sessions, 1 of 4 ratings')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(window.location.hash).toBe(`#/progress/therapist/${ingrid.id}/time`);
  });

  test('that leave nothing say so, and offer to be cleared', async () => {
    await showProgress(two, { filters: { to: '2020-01-01' } });
    expect(await screen.findByText('Nothing passes these filters.')).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Clear filters' })).toHaveLength(2);
  });

  test('by rater and purpose go into the address', async () => {
    const { user } = await showProgress(two);
    await user.click(await screen.findByRole('combobox', { name: 'Purpose' }));
    await user.click(screen.getByRole('option', { name: 'Research' }));
    expect(window.location.hash).toContain('?purpose=research');
    await user.click(screen.getByRole('combobox', { name: 'Rater' }));
    await user.click(screen.getByRole('option', { name: 'Henrik' }));
    expect(window.location.hash).toContain(`?raterId=${uuid(301)}`);
  });

  test('show one edition at a time, and tell what that leaves out', async () => {
    const ratings = [given(1, 3), given(2, 5), given(2, 2, { raterId: uuid(301), scaleEdition: 'site/1' })];
    const editions = [
      { id: 'mbt-g-aqs/1', name: 'MBT-G-AQS' },
      { id: 'site/1', name: 'Our site' },
    ];
    const { user } = await showProgress({ ...two, ratings, editions });
    expect(
      await screen.findByText(/Only ratings by MBT-G-AQS are shown: 1 by another edition of the scale/),
    ).toBeDefined();
    await user.click(screen.getByRole('combobox', { name: 'Scale edition' }));
    await user.click(screen.getByRole('option', { name: 'Our site' }));
    expect(window.location.hash).toContain('?edition=site%2F1');
  });
});

describe('events', () => {
  const course = { id: uuid(901), date: '2026-04-01', name: 'Course', therapistId: ingrid.id, groupId: null };

  test('stand on the chart and beside it', async () => {
    await showProgress({ ...two, events: [course] });
    expect((await screen.findAllByText('Course')).map(({ tagName }) => tagName.toLowerCase())).toContain(
      'text',
    );
    expect(screen.getByRole('button', { name: '1 Apr 2026 Course' })).toBeDefined();
  });

  test('are added for the subject or for everybody', async () => {
    const { user, asked } = await showProgress(two);
    await user.click(await screen.findByRole('button', { name: 'Add event' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New event' }));
    await user.type(dialog.getByLabelText('What happened'), 'Course');
    await user.type(dialog.getByLabelText('Day'), '1 April 2026');
    await user.tab();
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        name: 'addEvent',
        argument: { date: '2026-04-01', name: 'Course', therapistId: ingrid.id, groupId: null },
      }),
    );
  });

  test('are changed and removed', async () => {
    const { user, asked } = await showProgress({ ...two, events: [course] });
    await user.click(await screen.findByRole('button', { name: '1 Apr 2026 Course' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Event' }));
    await user.type(dialog.getByLabelText('What happened'), ' in Oslo');
    await user.click(dialog.getByRole('combobox', { name: 'Shown for' }));
    await user.click(screen.getByRole('option', { name: 'Everybody' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        name: 'editEvent',
        argument: { ...course, name: 'Course in Oslo', therapistId: null },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: '1 Apr 2026 Course' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(asked).toContainEqual({ name: 'removeEvent', argument: course.id }));
  });
});

describe('what the charts leave out', () => {
  test('is named: ratings that are not submitted, with the way to them, and sessions still being rated', async () => {
    const notSubmitted = [
      { ratingId: uuid(101), sessionId: uuid(202), date: '2026-10-29', raterName: 'Solveig' },
    ];
    await showProgress({ ...two, notSubmitted, withheldSessions: 1 });
    expect(await screen.findByText(/1 rating is not submitted yet and not counted:/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Solveig, 29 Oct 2026' }).getAttribute('href')).toBe(
      `#/rate/${uuid(101)}`,
    );
    expect(screen.getByText(/Others' ratings of 1 session are left out/)).toBeDefined();
  });

  test('is not spoken of when there is nothing', async () => {
    await showProgress(two);
    expect(screen.queryByText(/not counted|left out/)).toBeNull();
  });
});
