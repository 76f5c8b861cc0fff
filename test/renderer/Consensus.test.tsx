import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { ConsensusSource, ConsensusView } from '../../preload/api';
import { Consensus } from '../../renderer/consensus/Consensus';
import { ConsensusButton } from '../../renderer/consensus/ConsensusButton';
import { aMark, aRating, aScore, aSessionRow, bareSession, someRules, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const session = { id: uuid(200), ...bareSession };
const library = {
  ...emptyLibrary,
  raters: [
    { id: uuid(300), name: 'Nora', kind: 'expert' as const, therapistId: null },
    { id: uuid(301), name: 'Solveig', kind: 'supervisor' as const, therapistId: null },
  ],
  viewerId: uuid(300),
};
const hostile = '<img src=x onerror="alert(1)">';

const candidate = (number: number, raterName: string) => ({
  ratingId: uuid(number),
  raterId: uuid(number + 200),
  raterName,
  raterKind: 'supervisor' as const,
  purpose: 'research' as const,
  version: 1,
  submittedAt: '2026-11-12T08:00:00Z',
  editionId: 'one',
  editionName: 'One',
  sawOthers: false,
});

const source = (number: number, raterName: string, some: Partial<ConsensusSource> = {}): ConsensusSource => ({
  ...candidate(number, raterName),
  scores: Array.from({ length: 19 }, (_, index) => aScore({ item: index + 1, adherence: 4, quality: 4 })),
  overall: { ratingId: uuid(number), adherence: 4, quality: 4, note: '' },
  marks: [],
  gaps: [],
  ...some,
});

const second = source(102, 'Henrik', {
  marks: [aMark({ id: uuid(7), ratingId: uuid(102), item: 3 })],
});
const meeting = (some: Partial<ConsensusView> = {}): ConsensusView => ({
  outcome: 'open',
  rating: aRating({ purpose: 'consensus' }),
  edition: { id: 'one', name: 'One', items: someRules() },
  session,
  sources: [
    source(101, 'Solveig'),
    {
      ...second,
      scores: second.scores.map((score) =>
        score.item === 3 ? { ...score, quality: 7, note: hostile } : score,
      ),
    },
  ],
  members: [{ id: uuid(300), name: 'Nora' }],
  scores: second.scores.filter(({ item }) => item !== 3),
  overall: second.overall,
  marks: [],
  undecided: [],
  canUndo: false,
  canRedo: false,
  lock: undefined,
  ...some,
});

function open(view: ConsensusView) {
  const asked = answerWith({
    consensus: () => view,
    library: () => library,
    session: () => ({ session, row: aSessionRow(), phases: [], recording: null, scores: [] }),
    site: () => ({ phaseNames: [], editions: [], textPacks: [] }),
    editScore: () => aScore(),
    leaveUndecided: () => ({ found: true }),
    takeOverMark: () => aMark(),
  });
  return { asked, ...show(<Consensus ratingId={uuid(100)} />) };
}

beforeEach(() => inLanguage('en'));

test('a meeting opens at the largest difference, with what each rater said as text', async () => {
  open(meeting());
  const [first] = await screen.findAllByRole('option');
  expect(first?.textContent).toContain(
    'Turn-taking A Adherence 4, Quality 4; B Adherence 4, Quality 7; agreed Adherence –, Quality –; ',
  );
  expect(first?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('Difference in adherence: 0, in quality: 3.')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'B Henrik' })).getByText(hostile)).toBeTruthy();
  expect(screen.getByText('19 of 20 decided · 1 open')).toBeTruthy();
});

test('closing the last look gives the keyboard back', async () => {
  const { user } = open(meeting());
  const finish = await screen.findByRole('button', { name: 'Finish …' });
  await user.click(finish);
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(finish));
});

test('levels are given by digits, and a moment is taken over', async () => {
  const { user, asked } = open(meeting());
  const [first] = await screen.findAllByRole('option');
  first?.focus();
  await user.keyboard('{Enter}5');
  await waitFor(() =>
    expect(asked).toContainEqual({
      name: 'editScore',
      argument: { ratingId: uuid(100), item: 3, adherence: 5 },
    }),
  );
  await user.click(screen.getByRole('button', { name: /^Take 00:01:00 over/ }));
  await waitFor(() =>
    expect(asked).toContainEqual({
      name: 'takeOverMark',
      argument: { ratingId: uuid(100), markId: uuid(7) },
    }),
  );
});

test('an item is left undecided only with a reason', async () => {
  const { user, asked } = open(meeting());
  await user.click(await screen.findByRole('button', { name: 'Leave undecided …' }));
  const leave = screen.getByRole('button', { name: 'Leave undecided' });
  expect(leave.hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText('Why is it undecided?'), '  Two views ');
  await user.click(leave);
  await waitFor(() =>
    expect(asked).toContainEqual({
      name: 'leaveUndecided',
      argument: { ratingId: uuid(100), item: 3, reason: 'Two views' },
    }),
  );
});

test('a meeting that is locked shows what was agreed, and sets nothing', async () => {
  const { user, asked } = open(
    meeting({
      lock: 'submitted',
      rating: aRating({ purpose: 'consensus', submittedAt: '2026-11-12T10:00:00Z' }),
      undecided: [{ item: 3, reason: hostile }],
    }),
  );
  expect(await screen.findByText('19 of 20 decided · 1 undecided')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Agreed on' })).getByText(hostile)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Leave undecided …' })).toBeNull();
  await user.click(screen.getAllByRole('radio', { name: '5' })[0] ?? document.body);
  expect(asked.map(({ name }) => name)).not.toContain('editScore');
  expect(screen.getByRole('link', { name: 'Results of the session' })).toBeTruthy();
});

test('the way to a meeting is there from the second rater on, and tells who may lead it', async () => {
  const choice = { candidates: [candidate(101, 'Solveig')], meetings: [] };
  answerWith({ consensusChoice: () => choice });
  const { unmount } = show(<ConsensusButton sessionId={uuid(200)} library={library} />);
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  unmount();
  answerWith({
    consensusChoice: () => ({ ...choice, candidates: [...choice.candidates, candidate(102, 'Henrik')] }),
  });
  const nobody = { ...library, viewerId: undefined };
  const { user } = show(<ConsensusButton sessionId={uuid(200)} library={nobody} />);
  await user.click(await screen.findByRole('button', { name: 'Consensus meeting …' }));
  expect(screen.getByText(/a supervisor or an expert leads the meeting/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Begin' }).hasAttribute('disabled')).toBe(true);
});
