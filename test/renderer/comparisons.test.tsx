import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { AdherenceAgainstQuality } from '../../renderer/charts/AdherenceAgainstQuality';
import type { ChartTable } from '../../renderer/charts/chartTable';
import { heatOf } from '../../renderer/charts/heat';
import { heatTable } from '../../renderer/charts/heatTable';
import { ItemsBySessions } from '../../renderer/charts/ItemsBySessions';
import { SelfAgainstSupervisor } from '../../renderer/charts/SelfAgainstSupervisor';
import { aSubjectProgress, someLevels, uuid } from '../fixtures/rows';
import { weekly } from '../fixtures/subjects';
import { inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

const nothing = aSubjectProgress();
const every = (level: number) => Array.from({ length: 20 }, () => level);

describe('the heat map', () => {
  const two = weekly(2, (session) => [
    { raterName: 'Solveig', quality: someLevels({ 0: 4, 2: 3 }), noOccasion: [15] },
    { raterName: 'Henrik', quality: someLevels({ 2: 6 }) },
    ...(session === 1
      ? [{ raterName: 'Ingrid', quality: someLevels({ 2: 5 }), purpose: 'selfRating' as const }]
      : []),
  ]);
  const grid = () => screen.getByRole('application', { name: /^Quality of each item/ });

  test('says what will be there while nothing is rated', () => {
    show(<ItemsBySessions about="T-07 Ingrid" progress={nothing} />);
    expect(screen.getByText(/^No session has been rated yet/)).toBeDefined();
    expect(screen.queryByRole('application')).toBeNull();
  });

  test('has a row for the overall and each item, the numbers, the days and the raters', () => {
    show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    const texts = [...grid().querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts).toEqual(
      expect.arrayContaining(['Overall rating', '1', '19', '4.5', 'n.o.', 'Raters', '2']),
    );
    expect(texts).toEqual(expect.arrayContaining(['4 Jan', '11 Jan', '2024']));
  });

  test('is one stop for Tab, and tells the cell that arrow keys lead to', async () => {
    const { user } = show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    grid().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const tip = within(screen.getByTestId('tip'));
    expect(tip.getByText(/^2 Regulating the group/)).toBeDefined();
    expect(screen.getByTestId('tip').textContent).toContain('11 January 2024');
    expect(tip.getByText('Mean 4.5, from 3 to 6')).toBeDefined();
    expect(tip.getByText('Ingrid, self-rating')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.getByTestId('tip').textContent).toBe('');
  });

  test('tells "no occasion" and what is not rated as such', async () => {
    const { user } = show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    grid().focus();
    await user.keyboard('{ArrowDown>15/}');
    expect(screen.getByTestId('tip').textContent).toContain('No occasion: 1 rater');
    await user.keyboard('{ArrowDown}');
    expect(screen.getByTestId('tip').textContent).toContain('Not rated yet');
  });

  test('opens the results of the session with Enter', async () => {
    const { user } = show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    grid().focus();
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(window.location.hash).toBe(`#/results/${uuid(2000)}`);
  });

  test('shows adherence when that is chosen', async () => {
    const { user } = show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    await user.click(screen.getByRole('radio', { name: 'Adherence' }));
    expect(screen.getByRole('heading', { name: 'Adherence of each item, session by session' })).toBeDefined();
  });

  test('of 300 sessions has bars in place of numbers, and says so', () => {
    const many = weekly(300, () => [{ quality: every(5) }]);
    show(<ItemsBySessions about="T-07 Ingrid" progress={many} />);
    expect(screen.getByText(/^Each column is 2 sessions in a row/)).toBeDefined();
    const texts = [...grid().querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts.filter((text) => text === '5')).toHaveLength(1);
    expect(screen.getByText(/^300 of 300 sessions rest on one rater/)).toBeDefined();
  });

  test('has a table with a row for each session, with words where there is no number', () => {
    // The key stands for its words: what is asked here is which one is asked for.
    const words = ((key: string) => key) as unknown as Parameters<typeof heatTable>[1];
    const { head, rows }: ChartTable = heatTable(heatOf(two, 'quality'), words, 'en');
    expect(head).toHaveLength(22);
    expect(rows.map((row) => [0, 1, 2, 4, 5, 17].map((column) => row[column]?.text))).toEqual([
      ['4 Jan 2024', '2', '4', '4.5', '–', 'rating.noOccasion'],
      ['11 Jan 2024', '2', '4', '4.5', '–', 'rating.noOccasion'],
    ]);
    expect(rows[0]?.[0]).toMatchObject({ href: `#/results/${uuid(2000)}`, value: '2024-01-04' });
  });

  test('speaks Norwegian', async () => {
    await inLanguage('nb');
    show(<ItemsBySessions about="T-07 Ingrid" progress={two} />);
    expect(screen.getByRole('heading', { name: 'Kvalitet på hvert ledd, møte for møte' })).toBeDefined();
    const chart = screen.getByRole('application', { name: /Piltastene/ });
    expect([...chart.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain('4,5');
  });
});

describe('adherence against quality', () => {
  const three = weekly(3, (session) => [
    {
      adherence: someLevels({ 0: 5, 1: 6, 2: 2 }),
      quality: someLevels({ 0: session === 2 ? 3 : 5, 1: 5, 2: 3, 9: 4 }),
    },
  ]);
  const marks = () => [...document.querySelectorAll('[data-mark]')].map(({ textContent }) => textContent);

  test('says so while there is nothing to show', () => {
    show(<AdherenceAgainstQuality about="T-07 Ingrid" progress={nothing} />);
    expect(screen.getByText(/^No session has both adherence and quality/)).toBeDefined();
  });

  test('shows each item by its number, counts the fields, and names what is left out', () => {
    show(<AdherenceAgainstQuality about="T-07 Ingrid" progress={three} />);
    expect(marks()).toEqual(['1', '2']);
    expect(screen.getByText(/^present and good enough/).textContent).toContain('1 item');
    expect(screen.getByText(/^rare, and not yet good enough/).textContent).toContain('1 item');
    expect(screen.getByText('Left out, because adherence is not rated: 9 Co-therapist')).toBeDefined();
  });

  test('shows the sessions of one measure as counted bubbles', async () => {
    const { user } = show(<AdherenceAgainstQuality about="T-07 Ingrid" progress={three} />);
    await user.click(screen.getByRole('combobox', { name: 'What is shown' }));
    await user.click(screen.getByRole('option', { name: 'Overall rating' }));
    expect(marks()).toEqual(['1', '2']);
    expect(screen.getByText(/^present, but not yet good enough/).textContent).toContain('1 session');
    expect(screen.getByText(/^present and good enough/).textContent).toContain('2 sessions');
  });

  test('tells an item in full when arrow keys lead to it', async () => {
    const { user } = show(<AdherenceAgainstQuality about="T-07 Ingrid" progress={three} />);
    screen.getByRole('application').focus();
    await user.keyboard('{ArrowRight}');
    const tip = screen.getByTestId('tip');
    expect(tip.textContent).toContain("2 Regulating the group's phases");
    expect(tip.textContent).toContain('adherence 2, quality 3');
    expect(tip.textContent).toContain('Mean over 3 sessions, 3 of them with one rater');
  });
});

describe('self against supervisor', () => {
  const sessions = (count: number, self: (session: number) => number) =>
    weekly(count, (session) => [
      { quality: someLevels({ 0: 4, 3: 4 }) },
      { quality: someLevels({ 0: self(session), 3: 2 }), purpose: 'selfRating', raterName: 'Ingrid' },
    ]);

  test('says what will be there while no session has both sides', () => {
    show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={weekly(2, () => [{ quality: every(4) }])} />);
    expect(screen.getByText(/^This will show the difference/)).toBeDefined();
    expect(screen.queryByRole('heading', { name: /^Item by item/ })).toBeNull();
  });

  test('says the mean difference with its interval in plain words', () => {
    show(
      <SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(6, (session) => 4 + (session % 2))} />,
    );
    expect(screen.getByText("Self-ratings are 0.5 higher than supervisors' on average.")).toBeDefined();
    expect(screen.getByText(/95% interval −0.1 to \+1.1; 6 sessions\./)).toBeDefined();
    expect(screen.getByText(/The interval includes zero/)).toBeDefined();
  });

  test('speaks of one session without a mean', () => {
    show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(1, () => 5)} />);
    expect(screen.getByText(/^In the one session the self-rating is 1 higher than/)).toBeDefined();
    expect(screen.queryByText(/on average/)).toBeNull();
  });

  test('says that three sessions are too few for an interval', () => {
    show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(3, () => 5)} />);
    expect(screen.getByText(/Too few sessions for an interval \(3 of 5\)\./)).toBeDefined();
    expect(screen.queryByText(/95% interval [−+]?\d/)).toBeNull();
  });

  test('shows one item when it is chosen', async () => {
    const { user } = show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(5, () => 5)} />);
    await user.click(screen.getByRole('combobox', { name: 'What is shown' }));
    await user.click(screen.getByRole('option', { name: /^3 / }));
    expect(screen.getByText("Self-ratings are 2 lower than supervisors' on average.")).toBeDefined();
  });

  test('has a sign for each session, which tells both sides and leads to the results', async () => {
    const { user } = show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(3, () => 5)} />);
    expect(document.querySelectorAll('[data-session]')).toHaveLength(3);
    screen.getByRole('application').focus();
    await user.keyboard('{End}');
    expect(screen.getByTestId('tip').textContent).toContain('Difference +1: self-rating 5, supervisor 4');
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe(`#/results/${uuid(2002)}`);
  });

  test('names each therapist who rated, and what stands for several', () => {
    const pair = weekly(5, () => [
      { quality: someLevels({ 0: 4 }) },
      { quality: someLevels({ 0: 5 }), purpose: 'selfRating', raterName: 'Ingrid' },
      { quality: someLevels({ 0: 6 }), purpose: 'selfRating', raterName: '<b>Jonas</b>' },
    ]);
    show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={pair} />);
    expect(screen.getByText('Ingrid, self-rating')).toBeDefined();
    expect(screen.getByText('<b>Jonas</b>, self-rating')).toBeDefined();
    expect(screen.getByText('mean where several rated themselves')).toBeDefined();
  });

  test('has a row for the overall and each item, with how many sessions stand behind it', () => {
    show(<SelfAgainstSupervisor about="T-07 Ingrid" progress={sessions(5, () => 5)} />);
    const rows = [...document.querySelectorAll('[data-measure]')];
    expect(rows).toHaveLength(20);
    expect(rows[0]?.textContent).toBe('Overall rating5');
    expect(rows[3]?.textContent).toBe('3Turn-taking5');
    expect(rows[4]?.querySelector('circle')).toBeNull();
  });
});
