import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ResultsRating, Results as SessionResults } from '../../db/results';
import { Results } from '../../renderer/results/Results';
import {
  aMark,
  aRating,
  aResultsRating,
  aScore,
  bareSession,
  someLevels,
  someRules,
  uuid,
} from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

const sessionId = uuid(200);
const watched = { stretches: [], watchedMs: 90, share: 0.92, meanRate: 1.2, fastShare: 0.18 };
const rated = (id: number, raterName: string, some: Partial<ResultsRating> = {}) =>
  aResultsRating({
    rating: aRating({ id: uuid(id), raterId: uuid(300 + id), submittedAt: '2026-11-12T10:00:00Z' }),
    raterName,
    ...some,
  });
const purposed = (id: number, purpose: 'selfRating' | 'training') =>
  aRating({ id: uuid(id), raterId: uuid(300 + id), purpose, submittedAt: '2026-11-12T10:00:00Z' });

async function showResults(ratings: ResultsRating[], some: Partial<SessionResults> = {}) {
  answerWith({
    library: () => ({
      ...emptyLibrary,
      groups: [{ id: uuid(9), name: 'Torsdagsgruppen', format: 'slowOpen', usualMinutes: 90 }],
      therapists: [{ id: uuid(11), code: 'T-07', name: 'Ingrid' }],
    }),
    session: () => undefined,
    results: () => ({
      session: {
        ...bareSession,
        id: sessionId,
        groupId: uuid(9),
        number: 34,
        firstTherapistId: uuid(11),
      },
      phases: [],
      ratings,
      notSubmitted: [],
      sight: 'open',
      withheld: 0,
      ...some,
    }),
  });
  const shown = show(<Results sessionId={sessionId} />);
  await screen.findByRole('heading', { level: 1, name: 'Torsdagsgruppen · session 34' });
  return shown;
}

const row = (name: RegExp) => screen.getByRole('option', { name });
/** As it is drawn. */
const drawn = (item: number) =>
  screen
    .getByRole('img', { name: 'Profile over the 19 items' })
    .querySelector<SVGElement>(`[data-row="${item}"]`) ?? document.body;
const solveig = rated(1, 'Solveig', {
  quality: someLevels({ 0: 4, 4: 3, 12: 2 }),
  adherence: someLevels({ 4: 5 }),
  scores: [aScore({ item: 4, quality: 3, note: 'Asks, and waits.' })],
  coverage: watched,
});
const henrik = rated(2, 'Henrik', { quality: someLevels({ 0: 5, 4: 6 }), noOccasion: [12] });

describe('the results of a session', () => {
  test('give each rating of each item, and how far apart they are', async () => {
    await showResults([solveig, henrik]);
    const four = row(/^4 Engaging/);
    expect(four.getAttribute('aria-label')).toContain(
      'A Solveig: quality 3, adherence 5; B Henrik: quality 6',
    );
    expect([...drawn(4).querySelectorAll('text')].at(-1)?.textContent, 'the difference').toBe('3');
  });

  test('say no occasion as a word', async () => {
    await showResults([solveig, henrik]);
    const twelve = row(/^12 /);
    expect(twelve.getAttribute('aria-label')).toContain('B Henrik: no occasion');
    expect(drawn(12).textContent).toContain('B no occasion');
    expect(drawn(12).querySelector('[data-letter="B"]')).toBeNull();
  });

  test('show an item without adherence in the edition as a dash', async () => {
    const items = someRules({ 4: { takesAdherence: false } });
    await showResults([
      rated(1, 'Solveig', { quality: someLevels({ 4: 3 }), edition: { id: 'own', name: 'Own', items } }),
    ]);
    expect(drawn(4).querySelectorAll('[data-side="adherence"]')).toHaveLength(0);
    expect(drawn(4).textContent).toContain('–');
    expect(drawn(4).textContent).not.toContain('0');
  });

  test('say what the numbers rest on', async () => {
    await showResults([solveig, henrik, rated(3, 'Ingrid', { rating: purposed(3, 'selfRating') })]);
    const strip = screen.getByRole('region', { name: 'What the numbers rest on' });
    expect(strip.textContent).toContain('2 raters + 1 self-rating');
    expect(strip.textContent).toContain('Solveig watched 92 % (18 % faster than 1.5×)');
    expect(strip.textContent).not.toContain('Folmo');
  });

  test('say that items need two raters where one stands behind them', async () => {
    await showResults([solveig]);
    expect(screen.getByText(/^One rater: .*two or more raters \(Folmo et al\. 2017\)/)).toBeDefined();
  });

  test('name the editions where they differ', async () => {
    const own = { id: 'own', name: 'Our own', items: someRules() };
    await showResults([solveig, { ...henrik, edition: own }]);
    expect(screen.getByText('Different editions of the scale: MBT-G-AQS, Our own')).toBeDefined();
  });

  test('measure no distance between editions, and say so', async () => {
    const own = { id: 'own', name: 'Our own', items: someRules() };
    await showResults([solveig, { ...henrik, edition: own }]);
    expect([...drawn(4).querySelectorAll('text')].at(-1)?.textContent, 'the difference').toBe('–');
    expect(drawn(4).querySelector('path[stroke-width="4"]')).toBeNull();
    expect(screen.getByText(/measured only between ratings that follow the same edition/)).toBeDefined();
  });

  test('leave exercises out until they are asked for', async () => {
    const { user } = await showResults([
      solveig,
      rated(3, 'Nora', { rating: purposed(3, 'training'), quality: someLevels({ 4: 7 }) }),
    ]);
    expect(row(/^4 Engaging/).getAttribute('aria-label')).not.toContain('Nora');
    await user.click(screen.getByRole('button', { name: /Nora/, pressed: false }));
    expect(row(/^4 Engaging/).getAttribute('aria-label')).toContain('B Nora: quality 7');
  });

  test('are put in another order', async () => {
    const { user } = await showResults([solveig, henrik]);
    await user.click(screen.getByRole('combobox', { name: 'Order' }));
    await user.click(screen.getByRole('option', { name: 'Furthest apart first' }));
    const measures = () =>
      screen.getAllByRole('option').flatMap((one) => one.getAttribute('data-measure') ?? []);
    await waitFor(() => expect(measures().slice(0, 2)).toEqual(['0', '4']));
  });
});

describe('an item of the profile', () => {
  test('is chosen by a click, and shows the note and what good enough would be', async () => {
    const { user } = await showResults([solveig, henrik]);
    await user.click(row(/^4 Engaging/));
    expect(row(/^4 Engaging/).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByText('Asks, and waits.')).toBeDefined();
    expect(screen.getByText(/^Openly or indirectly/)).toBeDefined();
  });

  test('is reached and chosen by keys', async () => {
    const { user } = await showResults([solveig, henrik]);
    row(/^Overall/).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(document.activeElement).toBe(row(/^2 /));
    expect(row(/^2 /).getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{End}{ArrowDown} ');
    expect(row(/^19 /).getAttribute('aria-selected')).toBe('true');
  });

  test('does not say what good enough would be when it was', async () => {
    const { user } = await showResults([henrik]);
    await user.click(row(/^4 Engaging/));
    expect(screen.getByRole('heading', { name: /^4 Engaging/ })).toBeDefined();
    expect(screen.queryByText(/^Openly or indirectly/)).toBeNull();
  });

  test('says why it was not rated', async () => {
    const { user } = await showResults([{ ...solveig, gaps: [{ item: 7, reason: 'Not heard' }] }]);
    await user.click(row(/^7 /));
    expect(screen.getByText('Submitted without a rating: Not heard')).toBeDefined();
  });
});

describe('who did what', () => {
  test('counts the marks of one rating by therapist', async () => {
    await showResults([
      { ...solveig, marks: [aMark({ quality: 5 }), aMark({ id: uuid(2), kind: 'missed' })] },
      { ...henrik, marks: [aMark({ id: uuid(3), therapist: 'second' })] },
    ]);
    const card = screen.getByRole('heading', { name: 'Who did what' }).closest('section');
    expect(card?.textContent).toContain(
      'T-07 Ingrid 1 intervention · 1 missed opportunity · mean quality 5 (of 1)',
    );
    expect(card?.textContent).not.toContain('Co-therapist');
  });

  test('says when nothing was marked', async () => {
    await showResults([solveig]);
    expect(screen.getByText('Solveig marked no moments in this session.')).toBeDefined();
  });
});

describe('what is left out of the results', () => {
  test('is named, with a way to it', async () => {
    await showResults([solveig], {
      notSubmitted: [{ ratingId: uuid(5), raterName: 'Nora', purpose: 'supervision' }],
    });
    expect(screen.getByText(/^1 rating is not submitted yet/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Nora, Supervision' }).getAttribute('href')).toBe(
      `#/rate/${uuid(5)}`,
    );
  });

  test('is shown on request where it is only covered', async () => {
    await showResults([], { sight: 'covered', withheld: 2 });
    expect(screen.getByText(/^2 ratings by others are not shown\./)).toBeDefined();
    expect(screen.getByRole('button', { name: "Show others' ratings" })).toBeDefined();
  });

  test('stays hidden where it must', async () => {
    await showResults([], { sight: 'hidden', withheld: 1 });
    expect(screen.getByText(/^1 rating is hidden/)).toBeDefined();
    expect(screen.queryByRole('button', { name: "Show others' ratings" })).toBeNull();
  });
});

describe('a session without results', () => {
  test('says what will be here, and leads to the session', async () => {
    await showResults([]);
    expect(screen.getByRole('heading', { name: 'No results yet' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'To the session, to rate it' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Report' })).toBeNull();
  });
});
