import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CohortPoint, Drift, Given } from '../../preload/api';
import { CohortCard } from '../../renderer/drift/CohortCard';
import { DriftView } from '../../renderer/drift/DriftView';
import { aDrift, aWithin1, someChecks } from '../fixtures/certification';
import { aNamedSession, aProgrammeView } from '../fixtures/programmes';
import { uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

const drifting = aDrift({
  rater: { id: uuid(302), name: 'Bo' },
  enrolmentId: uuid(602),
  points: someChecks([0.1, 0.4, 0.9], 2),
  alarm: true,
  practise: [{ item: 12, side: 'quality', n: 3, within1: 1, bias: 1.7, occasion: 0, practise: true }],
  checkDue: '2020-01-15',
  doubled: { sessions: 0, of: 5, percent: 0 },
});

function showDrift(drifts: Drift[], given: Given = { outcome: 'given', sessions: 1, leftOut: 0 }) {
  const asked = answerWith({
    library: () => emptyLibrary,
    programme: () => aProgrammeView(),
    drift: () => drifts,
    giveCheck: () => given,
  });
  return { asked, ...show(<DriftView programmeId={uuid(500)} />) };
}

describe('how certified raters hold their level', () => {
  test('is told of everybody: the last checks, double coding against the aim, and what is due', async () => {
    showDrift([aDrift({ points: someChecks([0.1, 0.2]) }), drifting]);
    const anne = await screen.findByRole('row', { name: /^Anne/ });
    expect(anne.textContent).toContain('within the limits');
    // What a share rests on stands beside it.
    expect(anne.textContent).toMatch(/\d+% \(\d+ of \d+\)25% \(1 of 4 sessions\)/);
    expect(anne.textContent).toContain('15 Jan 2027');
    const bo = screen.getByRole('row', { name: /^Bo/ });
    expect(bo.textContent).toContain('alarm');
    expect(bo.textContent).toContain('0% (0 of 5 sessions) · under the aim');
    expect(bo.textContent).toContain('overdue');
  });

  test('begins with the rater in alarm, whose chart has signs, limits and words for it', async () => {
    showDrift([aDrift({ points: someChecks([0.1, 0.2]) }), drifting]);
    const chart = await screen.findByRole('application', { name: /^Checks of Bo/ });
    expect(chart.querySelectorAll('[data-check="check"]')).toHaveLength(4);
    expect(chart.querySelectorAll('[data-check="double"]')).toHaveLength(2);
    expect(chart.querySelectorAll('[data-alarm]')).toHaveLength(1);
    expect(chart.textContent).toContain('limit +0.5');
    expect(chart.textContent).toContain('limit −0.5');
    expect(chart.textContent).toContain('limit 80%');
  });

  test('reads the checks one after the other by keyboard', async () => {
    const { user } = showDrift([drifting]);
    (await screen.findByRole('application')).focus();
    await user.keyboard('{End}');
    const tip = screen.getByTestId('tip');
    expect(tip.textContent).toContain('15 March 2026');
    expect(tip.textContent).toContain('Last 3 checks: difference +0.90, 17 of 19 within one point (89%)');
    expect(tip.textContent).toContain('Alarm: beyond the limits');
    await user.keyboard('{ArrowLeft}');
    expect(tip.textContent).toContain('Double coding with Cia');
  });

  test('says in plain steps what to do in an alarm, and nothing of it otherwise', async () => {
    const { user } = showDrift([aDrift({ points: someChecks([0.1, 0.2]) }), drifting]);
    const steps = within(await screen.findByRole('region', { name: 'What you can do together' }));
    expect(steps.getByText(/^Practise these items/)).toBeDefined();
    expect(steps.getByText(/1 of 3 sessions within one point/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Anne' }));
    expect(screen.queryByRole('region', { name: 'What you can do together' })).toBeNull();
  });

  test('gives a session with a standard to the rater', async () => {
    const { asked, user } = showDrift([aDrift({ toCheck: [aNamedSession(7), aNamedSession(8)] })]);
    await user.click(await screen.findByRole('button', { name: 'Give the session' }));
    expect(await screen.findByText('The session is on the work list of Anne.')).toBeDefined();
    expect(asked.find(({ name }) => name === 'giveCheck')?.argument).toEqual({
      enrolmentId: uuid(600),
      sessionId: uuid(7),
      kind: 'check',
    });
  });

  test('gives a session of the rater’s to another who is free, for double coding', async () => {
    const toDouble = [{ session: aNamedSession(9), raterIds: [uuid(302)] }];
    const { asked, user } = showDrift([aDrift({ toDouble }), { ...drifting, alarm: false }]);
    await user.click(await screen.findByRole('button', { name: 'Give the session' }));
    expect(await screen.findByText('The session is on the work list of Bo.')).toBeDefined();
    expect(asked.find(({ name }) => name === 'giveCheck')?.argument).toEqual({
      enrolmentId: uuid(602),
      sessionId: uuid(9),
      kind: 'double',
    });
  });

  test('says why a session was not given', async () => {
    const { user } = showDrift([aDrift({ toCheck: [aNamedSession(7)] })], { outcome: 'known' });
    await user.click(await screen.findByRole('button', { name: 'Give the session' }));
    expect(await screen.findByText('Not given: Anne knows others’ ratings of this session.')).toBeDefined();
  });

  test('says what will be there before anybody is certified', async () => {
    showDrift([]);
    expect(await screen.findByText('Nobody holds a certificate yet')).toBeDefined();
  });
});

describe('the cohort', () => {
  const point = (from: string, count: number): CohortPoint => ({
    from,
    raters: 2,
    ratings: 3,
    within1: aWithin1(count, 57),
    bias: { value: 0.24, limits: { lower: undefined, upper: undefined, reason: 'tooFewSessions' } },
  });

  test('shows each quarter with what it rests on, and its numbers as a table', async () => {
    answerWith({ cohort: () => [point('2026-04-01', 50), point('2026-07-01', 57)] });
    const { user } = show(<CohortCard programmeId={uuid(500)} />);
    const drawing = await screen.findByRole('img', { name: /agreement with the standard over time/ });
    expect(drawing.textContent).toContain('Q2 2026');
    expect(drawing.textContent).toContain('3 ratings, 2 raters');
    expect(drawing.textContent).toContain('88%');
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.getByRole('row', { name: /^Q3 2026/ }).textContent).toContain(
      'Q3 20262357100%80%100%+0.24––',
    );
  });

  test('is not there before anything is over', async () => {
    answerWith({ cohort: () => [] });
    const { container } = show(<CohortCard programmeId={uuid(500)} />);
    await expect.poll(() => container.querySelector('section')).toBeNull();
  });
});
