import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryRow, History as Told } from '../../db/history';
import { History } from '../../renderer/finish/History';
import { aRating, aRatingView, aScore, uuid } from '../fixtures/rows';
import { answerWith, inLanguage, show } from './surface';

const view = aRatingView({ rating: aRating({ id: uuid(102), version: 2, amendReason: 'Discussed' }) });
const versions: Told['versions'] = [
  {
    id: uuid(102),
    version: 2,
    startedAt: '2026-11-14T08:00:00Z',
    submittedAt: null,
    amendReason: 'Discussed',
  },
  {
    id: uuid(101),
    version: 1,
    startedAt: '2026-11-12T08:00:00Z',
    submittedAt: '2026-11-13T08:00:00Z',
    amendReason: null,
  },
];
const row = (id: number, version: number, quality: number, note = ''): HistoryRow => ({
  id,
  at: '2026-11-12T08:00:00Z',
  action: 'do',
  version,
  raterName: 'Solveig',
  noun: 'score',
  before: null,
  after: aScore({ item: 12, quality, note }),
});
const lines = () => screen.getAllByRole('listitem').map((item) => item.children[1]?.textContent);

beforeEach(() => inLanguage('en'));

describe('the history of a rating', () => {
  test('tells each version from its end to its beginning', async () => {
    answerWith({ history: () => ({ versions, rows: [row(9, 2, 5), row(3, 1, 4)], next: undefined }) });
    show(<History view={view} close={() => undefined} />);
    await screen.findByRole('heading', { name: 'Version 2' });
    expect(lines()).toEqual([
      'Item 12: quality – → 5',
      'Opened for amendment: Discussed',
      'Submitted',
      'Item 12: quality – → 4',
      'Begun',
    ]);
    expect(screen.getByRole('link', { name: 'Open this version' }).getAttribute('href')).toBe(
      `#/rate/${uuid(101)}`,
    );
  });

  test('reads further back when asked, and begins a version only where it begins', async () => {
    const asked = answerWith({
      history: ({ before }) =>
        before === undefined
          ? { versions, rows: [row(9, 2, 5)], next: 9 }
          : { versions, rows: [row(8, 2, 4), row(3, 1, 4)], next: undefined },
    });
    const { user } = show(<History view={view} close={() => undefined} />);
    await screen.findByRole('heading', { name: 'Version 2' });
    expect(lines()).toEqual(['Item 12: quality – → 5']);
    await user.click(screen.getByRole('button', { name: 'Show earlier changes' }));
    expect(await screen.findByText('Begun')).toBeDefined();
    expect(asked.map(({ argument }) => argument)).toEqual([
      { ratingId: uuid(102), before: undefined },
      { ratingId: uuid(102), before: 9 },
    ]);
    expect(lines()).toHaveLength(6);
    expect(screen.queryByRole('button', { name: 'Show earlier changes' })).toBeNull();
  });

  test('tells of phases in a sentence', async () => {
    const phase = { id: uuid(5), sessionId: uuid(200), name: 'A & B', startMs: 0, endMs: 9000 };
    const begun: HistoryRow = { ...row(9, 2, 5), noun: 'phase', before: [], after: [phase] };
    answerWith({ history: () => ({ versions, rows: [begun], next: undefined }) });
    show(<History view={view} close={() => undefined} />);
    await screen.findByRole('heading', { name: 'Version 2' });
    expect(lines()[0]).toBe('Phases: “A & B” added, 00:00:00–00:00:09');
  });

  test('shows a note as it was and as it became, as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const changed: HistoryRow = {
      ...row(9, 2, 5),
      noun: 'score',
      action: 'undo',
      before: aScore({ item: 12, note: hostile }),
      after: aScore({ item: 12, note: 'new' }),
    };
    answerWith({ history: () => ({ versions, rows: [changed], next: undefined }) });
    show(<History view={view} close={() => undefined} />);
    const [line] = await screen.findAllByRole('listitem');
    expect(line?.textContent).toContain('Undone – Item 12: note changed');
    expect(line?.querySelector('del')?.textContent).toBe(hostile);
    expect(line?.querySelector('ins')?.textContent).toBe('new');
    expect(within(document.body).queryByRole('img', { name: '' })).toBeNull();
  });
});
