import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rater, Rating } from '../../db/model';
import type { ProgrammeRow, ProgrammeSettings, WorkItem } from '../../preload/api';
import { NewProgramme } from '../../renderer/programmes/NewProgramme';
import { Programmes } from '../../renderer/programmes/Programmes';
import { aProgramme, aWorkItem } from '../fixtures/programmes';
import { aRating, someRules, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const supervisor: Rater = { id: uuid(301), name: 'Anne', kind: 'supervisor', therapistId: null };
const trainee: Rater = { id: uuid(302), name: 'Bo', kind: 'trainee', therapistId: null };
const row = (some: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  id: uuid(500),
  name: 'Basic training',
  role: 'leads',
  practice: 3,
  test: 6,
  enrolled: 2,
  certified: 1,
  ...some,
});

beforeEach(() => inLanguage('en'));
afterEach(() => notifications.clean());

type Shown = {
  programmes?: ProgrammeRow[];
  work?: WorkItem[];
  viewer?: Rater;
  begun?: Rating | undefined;
};

function showProgrammes({ programmes = [], work = [], viewer = supervisor, ...some }: Shown = {}) {
  const begun = 'begun' in some ? some.begun : aRating();
  const asked = answerWith({
    library: () => ({ ...emptyLibrary, raters: [supervisor, trainee], viewerId: viewer.id }),
    programmes: () => programmes,
    work: () => work,
    beginWork: () => begun,
  });
  return { asked, ...show(<Programmes />) };
}

const submitted = { ratingId: uuid(1), itemsDone: 19, submittedAt: '2026-10-05T08:00:00Z' };

describe('a library without programmes', () => {
  test('says what one is, and lets a supervisor make it', async () => {
    showProgrammes();
    expect(await screen.findByText(/^In a programme raters practise on sessions/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'New programme' }).getAttribute('href')).toBe('#/newProgramme');
  });

  test('tells others who can', async () => {
    showProgrammes({ viewer: trainee });
    expect(await screen.findByText(/^Supervisors and experts can make programmes/)).toBeDefined();
    expect(screen.queryByRole('link', { name: 'New programme' })).toBeNull();
  });

  test('nor anybody in it says where one begins', async () => {
    answerWith({ library: () => emptyLibrary, programmes: () => [], work: () => [] });
    show(<Programmes />);
    expect(await screen.findByText(/say who you are when you rate the first session\.$/)).toBeDefined();
  });
});

describe('the list of programmes', () => {
  test('shows what is in each, and what the viewer is in it', async () => {
    showProgrammes({ programmes: [row(), row({ id: uuid(501), name: 'Second', role: 'none' })] });
    const first = await screen.findByRole('row', { name: /^Basic training/ });
    expect(
      within(first)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['you lead it', '3', '6', '2', '1']);
    expect(within(first).getByRole('link').getAttribute('href')).toBe(`#/programme/${uuid(500)}/raters`);
    expect(screen.getByRole('row', { name: /^Second not taking part/ })).toBeDefined();
  });
});

describe('the own work', () => {
  const work = [
    aWorkItem(1, { ...submitted, comparable: true }),
    aWorkItem(2, { ratingId: uuid(2), itemsDone: 7 }),
    aWorkItem(3),
    aWorkItem(4, { kind: 'test', attempt: 1 }),
  ];

  test('stands first, in the order that was drawn, with one thing to do next', async () => {
    showProgrammes({ programmes: [row({ role: 'rates' })], work, viewer: trainee });
    const mine = await screen.findByRole('region', { name: 'Your work' });
    expect(within(mine).getByText('3 sessions left')).toBeDefined();
    const [practice, exam] = within(mine).getAllByRole('list');
    const lines = within(practice ?? mine).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      '11 Oct 2026 · No group yet · session 1 submitted 5 October 2026See the comparison',
      '22 Oct 2026 · No group yet · session 2begun, 7 of 19 itemsGo on',
      '33 Oct 2026 · No group yet · session 3to rate',
    ]);
    expect(lines.map((line) => line.getAttribute('aria-current'))).toEqual([null, 'step', null]);
    expect(within(exam ?? mine).queryByRole('button')).toBeNull();
  });

  test('says beforehand what a test means', async () => {
    showProgrammes({ programmes: [row({ role: 'rates' })], work, viewer: trainee });
    expect(await screen.findByRole('heading', { name: 'Test, attempt 1' })).toBeDefined();
    expect(
      screen.getByText(/^The test is blind: you see nothing of others’ ratings until all/),
    ).toBeDefined();
  });

  test('is begun at the desk', async () => {
    const { user, asked } = showProgrammes({ programmes: [row()], work: [aWorkItem(1)] });
    await user.click(await screen.findByRole('button', { name: /^Begin: 1 Oct 2026/ }));
    await waitFor(() => expect(window.location.hash).toBe(`#/rate/${uuid(100)}`));
    expect(asked).toContainEqual({ name: 'beginWork', argument: uuid(801) });
  });

  test('says why a session was not opened', async () => {
    const work = [aWorkItem(1, { kind: 'test', attempt: 1 })];
    const { user } = showProgrammes({ programmes: [row()], work, begun: undefined });
    const begin = await screen.findByRole('button', { name: /^Begin: 1 Oct 2026/ });
    await user.click(begin);
    expect(await screen.findByText(/^Not opened: another session of the test comes first/)).toBeDefined();
    work.pop();
    await user.click(begin);
    expect(await screen.findByText(/^Not opened: the session is no longer on the work list/)).toBeDefined();
  });

  test('shows of forty what lies around the next, and all of it when asked', async () => {
    const forty = Array.from({ length: 40 }, (_, at) =>
      aWorkItem((at % 28) + 1, { assignmentId: uuid(900 + at), ...(at < 12 && submitted) }),
    );
    const { user } = showProgrammes({ programmes: [row()], work: forty });
    expect(await screen.findByText('12 of 40 submitted')).toBeDefined();
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
    await user.click(screen.getByRole('button', { name: 'Show all 40' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
  });
});

describe('a new programme', () => {
  function showNew(viewer = supervisor) {
    const asked = answerWith({
      library: () => ({ ...emptyLibrary, raters: [supervisor, trainee], viewerId: viewer.id }),
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
      addProgramme: (settings) => aProgramme(settings),
    });
    return { asked, ...show(<NewProgramme />) };
  }
  const made = (asked: { name: string; argument: unknown }[]) =>
    asked.find(({ name }) => name === 'addProgramme')?.argument;

  test('begins with the usual rules, each in words, and needs only a name', async () => {
    const { user, asked } = showNew();
    expect(
      await screen.findByText(
        'At least 80% of item ratings (quality and adherence) within one point of the standard, on 3 sessions in a row',
      ),
    ).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Make the programme' }).disabled).toBe(true);
    await user.type(screen.getByLabelText('Name'), ' Spring ');
    await user.click(screen.getByRole('button', { name: 'Make the programme' }));
    const { id: _id, madeAt: _madeAt, ...usual } = aProgramme({ name: 'Spring' });
    const wanted: ProgrammeSettings = usual;
    await waitFor(() => expect(made(asked)).toEqual(wanted));
    await waitFor(() => expect(window.location.hash).toBe(`#/programme/${uuid(500)}/sessions`));
  });

  test('has the rules that are switched on, with their numbers', async () => {
    const { user, asked } = showNew();
    await user.type(await screen.findByLabelText('Name'), 'Spring');
    await user.click(screen.getByRole('switch', { name: 'ICC(A,1) with the standard, lower limit' }));
    expect(screen.getByText(/^With fewer than 8 sessions the lower limit of the ICC is low/)).toBeDefined();
    await user.click(screen.getByRole('switch', { name: 'Neither stricter nor milder than the standard' }));
    const percent = screen.getByRole('textbox', { name: 'Per cent of the items' });
    await user.clear(percent);
    await user.type(percent, '75');
    await user.click(screen.getByRole('button', { name: 'Make the programme' }));
    await waitFor(() =>
      expect(made(asked)).toMatchObject({
        rules: { within1: { percent: 75, sessions: 3 }, bias: null, icc: 0.6 },
      }),
    );
  });

  test('is not for a trainee to make', async () => {
    showNew(trainee);
    expect(await screen.findByText(/^Supervisors and experts can make programmes/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
