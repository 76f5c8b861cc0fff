import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Rater } from '../../db/model';
import type { Given, ProgrammeView, StandardChoice, WorkItem } from '../../preload/api';
import type { ProgrammeView as View } from '../../renderer/place';
import { MakeStandard } from '../../renderer/programmes/MakeStandard';
import { Programme } from '../../renderer/programmes/Programme';
import {
  aNamedSession,
  anEnrolled,
  aProgramme,
  aProgrammeSession,
  aProgrammeView,
  aStandard,
  aWorkItem,
} from '../fixtures/programmes';
import { aSessionRow, someRules, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const rater = (number: number, name: string, kind: Rater['kind'] = 'trainee'): Rater => ({
  id: uuid(300 + number),
  name,
  kind,
  therapistId: null,
});
const raters = [rater(1, 'Anne'), rater(2, 'Bo'), rater(3, 'Cia'), rater(4, 'Dag', 'supervisor')];

beforeEach(() => inLanguage('en'));

type Shown = {
  seen?: ProgrammeView | undefined;
  view?: View;
  work?: WorkItem[];
  given?: Given;
  choices?: StandardChoice[];
  put?: boolean;
};

function answers({ seen = aProgrammeView(), work = [], given, choices = [], put = true }: Shown) {
  return answerWith({
    library: () => ({ ...emptyLibrary, raters, viewerId: uuid(304) }),
    programme: () => seen,
    programmes: () => [
      {
        id: uuid(500),
        name: 'Basic training',
        role: seen.role,
        practice: 0,
        test: 0,
        enrolled: 0,
        certified: 0,
      },
    ],
    work: () => work,
    cohort: () => [],
    drift: () => [],
    standardChoices: () => choices,
    sessions: () => ({ total: 1, rows: [aSessionRow({ id: uuid(9), number: 9, date: '2026-10-09' })] }),
    site: () => ({
      phaseNames: [],
      textPacks: [],
      editions: [
        {
          id: 'mbt-g-aqs/1',
          name: 'MBT-G-AQS',
          items: someRules(),
          addedAt: '2026-01-01T08:00:00Z',
          inUse: true,
          ratings: 0,
        },
      ],
    }),
    giveTest: () => given ?? { outcome: 'given', sessions: 3, leftOut: 0 },
    enrol: () => ({ done: true }),
    endEnrolment: () => ({ done: true }),
    putProgrammeSession: () => ({ done: put }),
    removeProgrammeSession: () => ({ done: true }),
    editProgramme: () => ({ done: true }),
    removeProgramme: () => ({ done: true }),
  });
}

function showProgramme(shown: Shown = {}) {
  const asked = answers(shown);
  return { asked, ...show(<Programme programmeId={uuid(500)} view={shown.view ?? 'raters'} />) };
}

const asksOf = (asked: { name: string; argument: unknown }[], name: string) =>
  asked.filter((one) => one.name === name).map(({ argument }) => argument);

describe('the raters of a programme', () => {
  const enrolments = [
    anEnrolled(),
    anEnrolled({
      enrolmentId: uuid(601),
      rater: { id: uuid(302), name: 'Bo', kind: 'trainee' },
      practice: { done: 3, of: 3 },
      tests: [{ attempt: 1, state: 'failed', done: 3, of: 3, endedAt: '2026-11-02T08:00:00Z' }],
    }),
    anEnrolled({
      enrolmentId: uuid(602),
      rater: { id: uuid(303), name: 'Cia', kind: 'trainee' },
      practice: { done: 3, of: 3 },
      tests: [{ attempt: 1, state: 'given', done: 1, of: 3, givenAt: '2026-11-02T08:00:00Z' }],
      checks: { given: 2, done: 1, lastAt: null },
      alarm: true,
    }),
  ];
  const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

  test('are counted in a sentence, and each has a line in words', async () => {
    showProgramme({ seen: aProgrammeView({ enrolments, sessions: [aProgrammeSession(1)] }) });
    expect(
      await screen.findByText('3 enrolled · 1 in practice · 1 in a test · 0 certified · 1 alarm of drift'),
    ).toBeDefined();
    expect((await rowOf('Anne')).textContent).toContain('0 of 3not given');
    expect((await rowOf('Bo')).textContent).toContain('not passed, attempt 1 of 2 Result');
    expect((await rowOf('Cia')).textContent).toContain('attempt 1 of 2: 1 of 3 submitted');
    expect(within(await rowOf('Cia')).getByRole('link', { name: 'Alarm of drift: Cia' })).toBeDefined();
    expect(within(await rowOf('Cia')).queryByRole('button', { name: /^Give the test/ })).toBeNull();
  });

  test('get a test after it was said what that means', async () => {
    const { user, asked } = showProgramme({ seen: aProgrammeView({ enrolments }) });
    await user.click(await screen.findByRole('button', { name: 'Give the test to Bo' }));
    const dialog = await screen.findByRole('dialog', { name: 'Test for Bo: attempt 2 of 2' });
    expect(
      within(dialog).getByText(/^From then on the rules and the sessions of the test stay/),
    ).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'Give the test' }));
    expect(await within(dialog).findByText('3 sessions were given, in a random order.')).toBeDefined();
    expect(asksOf(asked, 'giveTest')).toEqual([uuid(601)]);
  });

  test.each([
    ['ended', /^The enrolment has ended/],
    ['underWay', /^A test is under way/],
    ['passed', /^The test is passed already/],
    ['noAttempts', /^All attempts are used/],
    ['noSessions', /^This attempt has no sessions yet/],
    ['noStandard', /has no standard\. Hold a consensus meeting/],
    ['known', /^The rater knows all sessions of the test/],
    ['notYours', /^You do not lead/],
  ] as const)('are refused a test because of %s in a sentence', async (outcome, sentence) => {
    const { user } = showProgramme({ seen: aProgrammeView({ enrolments }), given: { outcome } });
    await user.click(await screen.findByRole('button', { name: 'Give the test to Anne' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Give the test' }));
    expect(await within(dialog).findByText(sentence)).toBeDefined();
  });

  test('are enrolled several at once', async () => {
    const seen = aProgrammeView({
      enrolments: [anEnrolled()],
      sessions: [1, 2].map((one) => aProgrammeSession(one)),
    });
    const { user, asked } = showProgramme({ seen });
    await user.click(await screen.findByRole('button', { name: 'Enrol raters' }));
    const dialog = await screen.findByRole('dialog', { name: 'Enrol raters' });
    expect(
      within(dialog).getByText(/gets 2 practice sessions on the work list, in a random order/),
    ).toBeDefined();
    expect(within(dialog).queryByRole('checkbox', { name: 'Anne' })).toBeNull();
    await user.click(within(dialog).getByRole('checkbox', { name: 'Bo' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Cia' }));
    await user.click(within(dialog).getByRole('button', { name: 'Enrol 2 raters' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asksOf(asked, 'enrol')).toEqual([
      { programmeId: uuid(500), raterId: uuid(302) },
      { programmeId: uuid(500), raterId: uuid(303) },
    ]);
  });

  test('leave after a question, and can be taken back', async () => {
    const left = anEnrolled({
      enrolmentId: uuid(603),
      rater: { id: uuid(303), name: 'Cia', kind: 'trainee' },
      endedAt: '2026-11-02T08:00:00Z',
    });
    const { user, asked } = showProgramme({ seen: aProgrammeView({ enrolments: [left, anEnrolled()] }) });
    await user.click(await screen.findByRole('button', { name: 'End the enrolment of Anne' }));
    await user.click(await screen.findByRole('button', { name: 'End' }));
    await waitFor(() => expect(asksOf(asked, 'endEnrolment')).toEqual([uuid(600)]));
    await user.click(screen.getByRole('button', { name: 'Take back: Cia' }));
    await waitFor(() =>
      expect(asksOf(asked, 'enrol')).toEqual([{ programmeId: uuid(500), raterId: uuid(303) }]),
    );
  });

  test('have a certificate that is pointed out when it runs out soon', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const certificate = { id: uuid(1), issuedAt: '2026-01-01T08:00:00Z', validUntil: day(30) };
    showProgramme({ seen: aProgrammeView({ enrolments: [anEnrolled({ certificate })] }) });
    expect((await rowOf('Anne')).textContent).toMatch(/until .*(29|30|31) days left/);
    expect(screen.getByText(/1 certificate runs out soon/)).toBeDefined();
  });
});

describe('the sessions of a programme', () => {
  const one = {
    ...aStandard({ ratingId: uuid(701), how: 'oneRater', names: ['Dag'] }),
    editionId: 'mbt-g-aqs/1',
  };
  const both = { ...aStandard({ ratingId: uuid(702) }), editionId: 'mbt-g-aqs/1' };

  test('are listed by what they are for, with their standards', async () => {
    const sessions = [
      aProgrammeSession(1),
      aProgrammeSession(2, {
        part: 'test',
        testSet: 1,
        standard: aStandard({ how: 'oneRater', names: ['Dag'] }),
      }),
      aProgrammeSession(3, { part: 'check', standard: null }),
    ];
    showProgramme({ view: 'sessions', seen: aProgrammeView({ sessions }) });
    const practice = await screen.findByRole('region', { name: 'Practice 1' });
    expect(within(practice).getByText('Consensus: Anne, Bo · 20 October 2026')).toBeDefined();
    const exam = screen.getByRole('region', { name: 'Test, attempt 1 1' });
    expect(within(exam).getByText('One rater: Dag · 20 October 2026')).toBeDefined();
    expect(within(exam).getByText('weaker')).toBeDefined();
    expect(within(exam).getByText(/The rules ask for at least 3 sessions/)).toBeDefined();
    expect(screen.getByText(/^Attempt 2 needs sessions of its own/)).toBeDefined();
    const checks = screen.getByRole('region', { name: 'Kept for checks 1' });
    expect(
      within(checks)
        .getByRole('link', { name: /^Hold a consensus meeting/ })
        .getAttribute('href'),
    ).toBe(`#/session/${uuid(3)}`);
  });

  test('stay as they are once they are given to somebody', async () => {
    const sessions = [aProgrammeSession(1, { assigned: 2 })];
    showProgramme({ view: 'sessions', seen: aProgrammeView({ sessions }) });
    expect(await screen.findByText('given to 2 raters')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Take out/ })).toBeNull();
  });

  test('are added with the usual standard', async () => {
    const choices = [{ session: aNamedSession(1), ratings: [one, both] }];
    const { user, asked } = showProgramme({ view: 'sessions', choices });
    await user.click(await screen.findByRole('button', { name: 'Add sessions: Practice' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add sessions: Practice' });
    const [first, second] = await within(dialog).findAllByRole('checkbox');
    if (first === undefined || second === undefined) throw new Error('two sessions');
    expect(within(dialog).getByText('no standard yet')).toBeDefined();
    await user.click(first);
    await user.click(second);
    await user.click(within(dialog).getByRole('button', { name: 'Add 2 sessions' }));
    const put = { programmeId: uuid(500), part: 'practice', testSet: null };
    await waitFor(() =>
      expect(asksOf(asked, 'putProgrammeSession')).toEqual([
        { ...put, sessionId: uuid(1), standardId: uuid(702) },
        { ...put, sessionId: uuid(9), standardId: null },
      ]),
    );
  });

  test('are moved to another part, and get another standard', async () => {
    const choices = [{ session: aNamedSession(1), ratings: [one, both] }];
    const sessions = [aProgrammeSession(1, { standard: both })];
    const { user, asked } = showProgramme({ view: 'sessions', choices, seen: aProgrammeView({ sessions }) });
    await user.click(await screen.findByRole('combobox', { name: /^Used for/ }));
    await user.click(await screen.findByRole('option', { name: 'Test, attempt 2' }));
    await user.click(screen.getByRole('combobox', { name: /^Standard of/ }));
    await user.click(await screen.findByRole('option', { name: /^One rater: Dag/ }));
    await waitFor(() =>
      expect(asksOf(asked, 'putProgrammeSession')).toMatchObject([
        { part: 'test', testSet: 2, standardId: uuid(702) },
        { part: 'practice', standardId: uuid(701) },
      ]),
    );
  });
});

describe('the rules of a programme', () => {
  test('can be changed and are saved as a whole', async () => {
    const { user, asked } = showProgramme({ view: 'rules' });
    const save = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save.disabled).toBe(true);
    const attempts = screen.getByRole('textbox', { name: 'Attempts' });
    await user.clear(attempts);
    await user.type(attempts, '3');
    await user.click(save);
    await waitFor(() => expect(asksOf(asked, 'editProgramme')).toMatchObject([{ attempts: 3 }]));
  });

  test('stay as they are once a test was given, and say why', async () => {
    showProgramme({ view: 'rules', seen: aProgrammeView({ testsGiven: true }) });
    expect(await screen.findByText(/^A test was given, so the rules stay as they are/)).toBeDefined();
    expect(screen.getByText(/^At least 80% of item ratings/)).toBeDefined();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).disabled).toBe(false);
  });

  test('go with the programme after a question that says what goes', async () => {
    const seen = aProgrammeView({ enrolments: [anEnrolled()] });
    const { user, asked } = showProgramme({ view: 'rules', seen });
    await user.click(await screen.findByRole('button', { name: 'Remove the programme …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove Basic training?' });
    expect(dialog.textContent).toContain('1 enrolment goes, with its work list and results.');
    expect(dialog.textContent).toContain('All ratings stay.');
    await user.click(within(dialog).getByRole('button', { name: 'Remove the programme' }));
    await waitFor(() => expect(window.location.hash).toBe('#/programmes'));
    expect(asksOf(asked, 'removeProgramme')).toEqual([uuid(500)]);
  });
});

describe('who does not lead a programme', () => {
  test('sees the own work, the own results and the rules', async () => {
    const seen = aProgrammeView({ role: 'rates', enrolments: [anEnrolled()] });
    showProgramme({ seen, work: [aWorkItem(1), aWorkItem(2, { programmeId: uuid(501) })] });
    expect(await screen.findByRole('region', { name: 'Your work' })).toBeDefined();
    expect(screen.getAllByRole('button', { name: /^Begin/ })).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Your results' }).textContent).toContain('not given');
    expect(screen.getByRole('region', { name: 'Rules for passing' })).toBeDefined();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  test('sees that it is there, and no more, without a part in it', async () => {
    showProgramme({ seen: aProgrammeView({ role: 'none' }) });
    expect(await screen.findByText(/^You take no part in this programme/)).toBeDefined();
    expect(screen.queryByRole('tab')).toBeNull();
  });
});

describe('a rating as a standard', () => {
  const ratings = [{ ...aStandard({ ratingId: uuid(100) }), editionId: 'mbt-g-aqs/1' }];
  const choices = [{ session: aNamedSession(1), ratings }];
  async function open(shown: Shown) {
    const asked = answers(shown);
    const { user } = show(<MakeStandard sessionId={uuid(1)} ratingId={uuid(100)} />);
    await user.click(await screen.findByRole('button', { name: 'Make it the standard of a programme …' }));
    return { asked, user, dialog: await screen.findByRole('dialog') };
  }

  test('is put into a part of a programme', async () => {
    const { asked, user, dialog } = await open({ choices });
    await user.click(within(dialog).getByRole('combobox', { name: 'Used for' }));
    await user.click(await screen.findByRole('option', { name: 'Test, attempt 1' }));
    await user.click(within(dialog).getByRole('button', { name: 'Make it the standard' }));
    expect(
      await screen.findByText('It is now the standard in Basic training: Test, attempt 1.'),
    ).toBeDefined();
    expect(asksOf(asked, 'putProgrammeSession')).toEqual([
      { programmeId: uuid(500), sessionId: uuid(1), part: 'test', testSet: 1, standardId: uuid(100) },
    ]);
  });

  test('cannot replace one that raters were given', async () => {
    const seen = aProgrammeView({ sessions: [aProgrammeSession(1, { assigned: 1 })] });
    const { dialog } = await open({ choices, seen });
    expect(
      await within(dialog).findByText(/^The session was given to raters of this programme/),
    ).toBeDefined();
    expect(
      within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Make it the standard' }).disabled,
    ).toBe(true);
  });

  test('is not put where it is already', async () => {
    const standard = aStandard({ ratingId: uuid(100) });
    const { dialog } = await open({
      choices,
      seen: aProgrammeView({ sessions: [aProgrammeSession(1, { standard })] }),
    });
    expect(await within(dialog).findByText('It is the standard there already.')).toBeDefined();
    expect(
      within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Make it the standard' }).disabled,
    ).toBe(true);
  });

  test('has to follow the edition of the programme', async () => {
    const { dialog } = await open({ choices: [] });
    expect(
      await within(dialog).findByText(/^The rating cannot be a standard of this programme/),
    ).toBeDefined();
  });

  test('needs a programme that one leads', async () => {
    const { dialog } = await open({ seen: aProgrammeView({ role: 'none', programme: aProgramme() }) });
    expect(await within(dialog).findByText(/^You lead no programme/)).toBeDefined();
  });
});
