import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AttemptResult, Enrolled, ProgrammeView } from '../../preload/api';
import { Attempt } from '../../renderer/attempt/Attempt';
import { anAttempt } from '../fixtures/certification';
import { anEnrolled, aProgrammeView } from '../fixtures/programmes';
import { uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

type Shown = { enrolled?: Partial<Enrolled>; seen?: Partial<ProgrammeView> };

function showAttempt(found: AttemptResult | { outcome: 'hidden' } | undefined, shown: Shown = {}) {
  answerWith({
    library: () => emptyLibrary,
    attemptResult: () => found,
    programme: () =>
      aProgrammeView({ role: 'rates', enrolments: [anEnrolled(shown.enrolled)], ...shown.seen }),
  });
  return show(<Attempt enrolmentId={uuid(600)} attempt={1} />);
}

const ruleRow = async (name: RegExp) => screen.findByRole('row', { name });

describe('the result of a test', () => {
  test('says in calm words that it is not passed, and how many rules are met', async () => {
    showAttempt(anAttempt());
    expect(await screen.findByText('Not passed in this attempt')).toBeDefined();
    expect(screen.getByText(/^2 of 4 rules are met\. That says how near the ratings are/)).toBeDefined();
  });

  test('says of each rule what was asked, its value with interval, and whether it is met', async () => {
    showAttempt(anAttempt());
    const within1 = await ruleRow(/^At least 80% of item ratings \(quality\) .* 3 sessions in a row/);
    expect(within1.textContent).toContain('2 sessions in a row');
    expect(within1.textContent).toContain('not met');
    const bias = await ruleRow(/^Mean difference from the standard of at most 0\.5 points/);
    expect(bias.textContent).toContain('+0.31');
    expect(bias.textContent).toContain('95% interval −0.10 to +0.72, 3 sessions');
    expect(bias.textContent).toMatch(/sessionsmet$/);
  });

  test('gives the reason where a value cannot be worked out', async () => {
    showAttempt(anAttempt());
    expect((await ruleRow(/^ICC\(A,1\)/)).textContent).toMatch(
      /–All are equal, so there is no spread to go by\. 54 item ratingsnot met/,
    );
  });

  test('lists sessions in the order they were rated, each with the way to its comparison', async () => {
    showAttempt(anAttempt());
    const table = within(await screen.findByRole('region', { name: /^The sessions, in the order/ }));
    const links = table.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `#/comparison/${uuid(802)}`,
      `#/comparison/${uuid(801)}`,
    ]);
    expect(table.getAllByRole('row')[1]?.textContent).toContain('63%12 of 19 · 43 to 73%+0.3+100');
  });

  test('names what is worth practising, with what good enough is', async () => {
    showAttempt(anAttempt());
    const card = within(await screen.findByRole('region', { name: 'Worth practising' }));
    expect(card.getAllByRole('listitem')).toHaveLength(1);
    const [item] = card.getAllByRole('listitem');
    expect(item?.textContent).toContain('1 of 3 sessions within one point · +1.7 on average');
    expect(item?.textContent).toContain('in 1 session only one of the two found an occasion');
    expect(item?.textContent).toContain('4, good enough:');
  });

  test('says that another attempt is possible, or that there is none', async () => {
    showAttempt(anAttempt());
    expect(
      await screen.findByText(/^One more attempt is possible\. Practise these items first/),
    ).toBeDefined();
    showAttempt(anAttempt({ attempt: 2 }));
    expect(await screen.findByText(/^All 2 attempts are used\./)).toBeDefined();
  });

  test('leads on to the later attempt once that is over', async () => {
    const over = { attempt: 2, done: 3, of: 3, endedAt: '2026-10-30T12:00:00Z' } as const;
    const tests = [
      { ...over, attempt: 1, state: 'failed' as const },
      { ...over, state: 'passed' as const },
    ];
    showAttempt(anAttempt(), { enrolled: { tests } });
    expect(await screen.findByText('A later attempt has been given.')).toBeDefined();
    const link = screen.getByRole('link', { name: 'See attempt 2' });
    expect(link).toHaveProperty('hash', `#/attempt/${uuid(600)}/2`);
  });

  test('says what comes after passing: who issues, and the certificate once there is one', async () => {
    const passed = anAttempt({ passed: true });
    const { unmount } = showAttempt(passed);
    expect(await screen.findByText('Passed')).toBeDefined();
    expect(screen.getByText('Whoever leads the programme issues the certificate.')).toBeDefined();
    unmount();
    const certificate = { id: uuid(900), issuedAt: '2026-10-26T12:00:00Z', validUntil: '2027-10-26' };
    showAttempt(passed, { enrolled: { certificate } });
    expect(
      await screen.findByText(/issued on 26 October 2026 and is valid until 26 October 2027/),
    ).toBeDefined();
    expect(screen.getByRole('link', { name: 'See the certificate' })).toHaveProperty(
      'hash',
      `#/certificate/${uuid(900)}`,
    );
  });

  test('tells nothing before the test is over', async () => {
    showAttempt({ outcome: 'hidden' });
    expect(await screen.findByText('The test is not over yet')).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
