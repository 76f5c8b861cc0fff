import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Feedback } from '../../db/model';
import type { Results, ResultsRating } from '../../db/results';
import { itemOf } from '../../db/scale';
import type { Library, SessionView } from '../../preload/api';
import { ReportChoices } from '../../renderer/reports/choices';
import { ProgressReport } from '../../renderer/reports/ProgressReport';
import { SessionReport } from '../../renderer/reports/SessionReport';
import {
  aCountedRating,
  aMark,
  aProgressSession,
  aRating,
  aResultsRating,
  aScore,
  aSessionRow,
  aSubjectProgress,
  bareSession,
  someLevels,
  uuid,
} from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const [sessionId, groupId, ingrid, jonas] = [uuid(200), uuid(50), uuid(11), uuid(12)];
const [solveig, henrik, self] = [uuid(300), uuid(301), uuid(302)];
const library: Library = {
  ...emptyLibrary,
  groups: [{ id: groupId, name: 'Torsdagsgruppen', format: 'slowOpen', usualMinutes: 90 }],
  therapists: [
    { id: ingrid, code: 'T-07', name: 'Ingrid' },
    { id: jonas, code: 'T-12', name: 'Jonas' },
  ],
  raters: [
    { id: solveig, name: 'Solveig', kind: 'supervisor', therapistId: null },
    { id: henrik, name: 'Henrik', kind: 'supervisor', therapistId: null },
    { id: self, name: 'Ingrid', kind: 'self', therapistId: ingrid },
  ],
  viewerId: solveig,
};
const session = {
  ...bareSession,
  id: sessionId,
  groupId,
  number: 34,
  patientsPresent: 7,
  firstTherapistId: ingrid,
  secondTherapistId: jonas,
};
const watched = (share: number) => ({
  stretches: [],
  watchedMs: 0,
  share,
  meanRate: 1,
  fastShare: 0,
});
const bySolveig = aResultsRating({
  quality: someLevels({ 0: 4, 4: 6, 9: 2 }),
  adherence: someLevels({ 0: 5, 4: 5, 9: 3 }),
  noOccasion: [16],
  coverage: watched(1),
  marks: [
    aMark({ id: uuid(1), item: 4, atMs: 754_000, quality: 6, note: 'Asks the others.' }),
    aMark({ id: uuid(2), item: 9, atMs: 60_000, kind: 'missed', therapist: 'second' }),
  ],
  scores: [aScore({ item: 4, quality: 6, note: 'Strong today.' })],
  overall: { ratingId: uuid(100), adherence: 5, quality: 4, note: 'A calm session.' },
});
const other = (raterId: string, raterName: string, some: Partial<ResultsRating> = {}) =>
  aResultsRating({
    raterName,
    coverage: watched(0.5),
    ...some,
    rating: aRating({
      id: uuid(101),
      raterId,
      submittedAt: '2026-11-13T10:00:00Z',
      purpose: raterId === self ? 'selfRating' : 'supervision',
    }),
  });

function answers(ratings: ResultsRating[], some: Partial<Library> = {}, feedback: Feedback[] = []) {
  const results: Results = { session, phases: [], ratings, notSubmitted: [], sight: 'open', withheld: 0 };
  // The report only looks at the recording of it.
  const view = { session, row: aSessionRow(), phases: [], recording: null, scores: [] } satisfies SessionView;
  return {
    library: () => ({ ...library, ...some }),
    session: () => view,
    results: () => results,
    feedback: () => feedback,
    putFeedback: () => ({ done: some.viewerId !== undefined || !('viewerId' in some) }),
    savePdf: () => 'saved' as const,
  };
}

async function showReport(ratings: ResultsRating[], some: Partial<Library> = {}, feedback: Feedback[] = []) {
  const asked = answerWith(answers(ratings, some, feedback));
  const shown = show(
    <ReportChoices>
      <SessionReport sessionId={sessionId} version="9.9.9" />
    </ReportChoices>,
  );
  return { ...shown, asked, paper: await screen.findByRole('article') };
}
const part = (paper: HTMLElement, name: string) => within(paper).getByRole('region', { name });

beforeEach(() => inLanguage('en'));

describe('the report of a session', () => {
  test('tells its facts, with therapists by their codes', async () => {
    const { paper } = await showReport([bySolveig]);
    const facts = part(paper, 'About the session and its ratings').textContent;
    expect(facts).toContain('Session no.34');
    expect(facts).toContain('Lead therapistT-07');
    expect(facts).toContain('Co-therapistT-12');
    expect(facts).toContain('Patients present7');
    expect(facts).toContain('MBT-G Rater 9.9.9');
    expect(facts).toContain('100 % of the recording watched');
  });

  test('names no therapist unless it is asked to, own ratings and file included', async () => {
    const { paper, user, asked } = await showReport([bySolveig, other(self, 'Ingrid')]);
    await user.click(screen.getByRole('checkbox', { name: 'T-07 (self)' }));
    expect(paper.textContent).toContain('T-07 (self)');
    expect(`${document.body.textContent} ${document.title}`).not.toMatch(/Ingrid|Jonas/);
    await user.click(screen.getByRole('button', { name: /PDF/ }));
    expect(JSON.stringify(asked.find(({ name }) => name === 'savePdf'))).not.toMatch(/Ingrid|Jonas/);

    await user.click(screen.getByRole('radio', { name: 'Name' }));
    expect(paper.textContent).toContain('Ingrid (self)');
    expect(paper.textContent).toContain('Jonas');
    expect(paper.textContent).not.toContain('T-07');
  });

  test('shows strengths before what to work on, with their moments and what good enough would be', async () => {
    const { paper } = await showReport([bySolveig]);
    const headings = within(paper)
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
    expect(headings.indexOf('Strengths')).toBeLessThan(headings.indexOf('To work on'));
    const strengths = part(paper, 'Strengths').textContent;
    expect(strengths).toContain(itemOf(4).name.en);
    expect(strengths).toContain('00:12:34');
    expect(strengths).toContain('Asks the others.');
    expect(strengths).toContain('one rater');
    const toWorkOn = part(paper, 'To work on').textContent;
    expect(toWorkOn).toContain(itemOf(9).name.en);
    expect(toWorkOn).toContain(itemOf(9).goodEnough.en);
    expect(toWorkOn).toContain('missed opportunity');
  });

  test("has a row for each of the 19 items, 'no occasion' as a word", async () => {
    const { paper } = await showReport([bySolveig]);
    const rows = within(part(paper, 'Profile of the 19 items')).getAllByRole('row');
    expect(rows).toHaveLength(21);
    expect(rows[17]?.textContent).toMatch(/^16 .*no occasion$/);
    expect(rows[5]?.textContent).toMatch(/^4 .*56$/);
    expect(rows[3]?.textContent).toMatch(/^2 .*––$/);
  });

  test('takes means of several raters, with their range and number, never of own ratings', async () => {
    const { paper, user } = await showReport([
      bySolveig,
      { ...other(henrik, 'Henrik', { quality: someLevels({ 4: 3 }) }) },
      {
        ...other(self, 'Ingrid', { quality: someLevels({ 4: 7 }) }),
        rating: { ...other(self, '').rating, id: uuid(102) },
      },
    ]);
    const fourth = () => within(part(paper, 'Profile of the 19 items')).getAllByRole('row')[5]?.textContent;
    expect(fourth()).toMatch(/54\.5 3–62$/);
    await user.click(screen.getByRole('checkbox', { name: 'T-07 (self)' }));
    expect(fourth()).toMatch(/54\.5 3–627$/);
    expect(part(paper, 'What the numbers rest on').textContent).toContain(
      'Self-ratings stand beside the numbers',
    );
    await user.click(screen.getByRole('checkbox', { name: 'Henrik · Supervision' }));
    expect(fourth()).toMatch(/567$/);
  });

  test('says what one rater, and half a recording, are worth', async () => {
    const { paper } = await showReport([other(henrik, 'Henrik')]);
    const basis = part(paper, 'What the numbers rest on').textContent;
    expect(basis).toContain('One rater stands behind the numbers.');
    expect(basis).toContain('Henrik watched 50 % of the recording.');
  });

  test('leaves out each part that is switched off', async () => {
    const { paper, user } = await showReport([bySolveig]);
    for (const box of within(screen.getByRole('group', { name: 'Parts of the report' })).getAllByRole(
      'checkbox',
    )) {
      await user.click(box);
    }
    expect(within(paper).queryAllByRole('heading', { level: 2 })).toEqual([]);
    expect(within(paper).getByRole('heading', { level: 1 }).textContent).toBe('Torsdagsgruppen · session 34');
    await user.click(screen.getByRole('checkbox', { name: 'Missed opportunities' }));
    expect(part(paper, 'Missed opportunities').textContent).toContain('00:01:00');
  });

  test("speaks its own language, whatever the window's", async () => {
    const { paper, user } = await showReport([bySolveig]);
    await user.click(screen.getByRole('radio', { name: 'Norwegian' }));
    expect(paper.lang).toBe('nb');
    expect(part(paper, 'Å arbeide videre med').textContent).toContain(itemOf(9).goodEnough.nb);
    expect(paper.textContent).toContain('12. november 2026');
    expect(screen.getByRole('group', { name: 'Parts of the report' })).toBeDefined();
  });

  test('shows what people wrote as text', async () => {
    const { paper } = await showReport([
      { ...bySolveig, overall: { ...bySolveig.overall, note: '<b>æ</b>\u202Eø' } },
    ]);
    expect(part(paper, 'On the session as a whole').textContent).toContain('<b>æ</b>ø');
  });

  test.each([
    ['saved', 'The PDF is saved.'],
    ['noRoom', 'There is no room for the PDF on the disk. Choose another place, or make room.'],
    ['unwritable', 'It could not be written there. Choose another place.'],
  ] as const)('says what came of saving it: %s', async (outcome, sentence) => {
    answerWith({ ...answers([bySolveig]), savePdf: () => outcome });
    const { user } = show(
      <ReportChoices>
        <SessionReport sessionId={sessionId} version="9.9.9" />
      </ReportChoices>,
    );
    await user.click(await screen.findByRole('button', { name: /PDF/ }));
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  test('says what would be here when nothing is submitted', async () => {
    answerWith(answers([]));
    show(
      <ReportChoices>
        <SessionReport sessionId={sessionId} version="9.9.9" />
      </ReportChoices>,
    );
    expect(await screen.findByRole('heading', { name: 'No report yet' })).toBeDefined();
  });
});

describe('feedback', () => {
  const field = () => screen.getByRole('textbox', { name: 'Feedback' });

  test('is kept as it is written, and stands on the paper with others’', async () => {
    const { paper, user, asked } = await showReport([bySolveig], {}, [
      { raterId: henrik, raterName: 'Henrik', text: 'Also well done.' },
    ]);
    await user.type(field(), 'Well done.');
    const written = part(paper, 'Feedback').textContent;
    expect(written).toContain('Well done.Solveig');
    expect(written).toContain('Also well done.Henrik');
    await waitFor(() =>
      expect(asked.findLast(({ name }) => name === 'putFeedback')?.argument).toEqual({
        about: { sessionId },
        text: 'Well done.',
      }),
    );
    expect(await screen.findByText('Saved')).toBeDefined();
  });

  test('is kept when the place is left in the middle of a word', async () => {
    const { user, asked, unmount } = await showReport([bySolveig]);
    await user.type(field(), 'Hal');
    unmount();
    expect(asked.findLast(({ name }) => name === 'putFeedback')?.argument).toMatchObject({ text: 'Hal' });
  });

  test('goes on from what the rater wrote before', async () => {
    await showReport([bySolveig], {}, [{ raterId: solveig, raterName: 'Solveig', text: 'Earlier.' }]);
    expect(field()).toHaveProperty('value', 'Earlier.');
  });

  test('is not asked of nobody, who is told what to do', async () => {
    await showReport([bySolveig], { viewerId: undefined });
    expect(screen.queryByRole('textbox', { name: 'Feedback' })).toBeNull();
    expect(screen.getByText(/^Choose who you are/)).toBeDefined();
  });
});

describe('the report of a therapist’s progress', () => {
  const sessions = Array.from({ length: 3 }, (_, index) =>
    aProgressSession({
      id: uuid(200 + index),
      date: `2026-0${index + 1}-10`,
      number: index + 1,
      firstTherapistId: ingrid,
    }),
  );
  const progress = aSubjectProgress({
    sessions,
    ratings: sessions.flatMap(({ id }, index) => [
      aCountedRating({
        ratingId: uuid(100 + index),
        sessionId: id,
        raterId: solveig,
        quality: someLevels({ 0: 3 + index, 4: 6, 9: 2 }),
      }),
      aCountedRating({
        ratingId: uuid(150 + index),
        sessionId: id,
        raterId: self,
        raterName: 'Ingrid',
        purpose: 'selfRating',
        quality: someLevels({ 0: 5 }),
      }),
    ]),
    events: [{ id: uuid(900), date: '2026-02-01', name: 'Course', therapistId: null, groupId: null }],
  });

  async function showProgress() {
    const asked = answerWith({
      library: () => library,
      progress: () => progress,
      feedback: () => [],
      putFeedback: () => ({ done: true }),
      savePdf: () => 'saved',
    });
    const shown = show(
      <ReportChoices>
        <ProgressReport therapistId={ingrid} version="9.9.9" />
      </ReportChoices>,
    );
    return { ...shown, asked, paper: await screen.findByRole('article') };
  }

  test('tells sessions, strengths and what to work on, by code', async () => {
    const { paper, asked, user } = await showProgress();
    expect(within(paper).getByRole('heading', { level: 1 }).textContent).toBe('T-07');
    const facts = part(paper, 'About the period and its ratings').textContent;
    expect(facts).toContain('3 of 3 led');
    expect(facts).toContain('Solveig (3 sessions) · T-07 (self) (3 sessions)');
    expect(part(paper, 'Strengths').textContent).toContain(itemOf(4).name.en);
    expect(part(paper, 'To work on').textContent).toContain(itemOf(9).goodEnough.en);
    expect(part(paper, 'Self-rating against others').textContent).toContain('on average +1');
    expect(part(paper, 'Events').textContent).toContain('Course');
    expect(part(paper, 'Overall quality and adherence over time').textContent).toContain('Too few sessions');
    expect(paper.textContent).not.toContain('Ingrid');
    await user.click(screen.getByRole('button', { name: /PDF/ }));
    expect(asked.find(({ name }) => name === 'savePdf')?.argument).toEqual({
      name: 'MBT-G progress T-07 2026-01-10 2026-03-10',
      foot: 'Progress report · T-07 · 10 Jan 2026 – 10 Mar 2026',
    });
  });
});
