/** A library of many sessions in the window: pages, keys, and what waits for one. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SoughtSessions } from '../../db/library';
import { Library } from '../../renderer/library/Library';
import { useLibraryView } from '../../renderer/library/useLibraryView';
import { aRatingProgress, aSessionRow, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const solveig = { id: uuid(300), name: 'Solveig', kind: 'supervisor', therapistId: null } as const;
const content = { ...emptyLibrary, sessions: 1000, waiting: 3, raters: [solveig], viewerId: solveig.id };
const sessionAt = (index: number) => aSessionRow({ id: uuid(index + 1000), number: 1000 - index });

type Asked = SoughtSessions & { from: number; count: number };
const page = ({ waiting, from, count }: Asked) => {
  const total = waiting ? 3 : 1000;
  const rows = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) =>
    sessionAt(from + at),
  );
  return { total, rows };
};

function Place() {
  return <Library view={useLibraryView()} />;
}

beforeEach(async () => {
  // A list draws nothing without a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  await inLanguage('en');
});

const lines = () => screen.getAllByRole('row').slice(1);

describe('a long library', () => {
  test('says how many rows it has, reads one page, and draws a few of its rows', async () => {
    const asked = answerWith({ library: () => content, sessions: page });
    show(<Place />);
    const table = await screen.findByRole('table');
    expect(table.getAttribute('aria-rowcount')).toBe('1001');
    expect(lines().length).toBeLessThan(40);
    expect(lines()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(asked.filter(({ name }) => name === 'sessions')).toHaveLength(1);
    expect(screen.getByText('1,000 sessions')).toBeDefined();
  });

  test('goes from session to session by the arrow keys', async () => {
    answerWith({ library: () => content, sessions: page });
    const { user } = show(<Place />);
    await screen.findByRole('table');
    const links = lines().map((row) => within(row).getAllByRole('link')[0]);
    links[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(links[2]);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(links[1]);
  });
});

describe('what waits for one', () => {
  test('is counted, and shown alone when it is asked for', async () => {
    const asked = answerWith({ library: () => content, sessions: page });
    const { user } = show(<Place />);
    const toggle = await screen.findByRole('button', { name: 'Waiting for me 3' });
    await user.click(toggle);
    await waitFor(() => expect(lines()).toHaveLength(3));
    expect(toggle.getAttribute('aria-pressed')).toBe('true');
    expect(asked.at(-1)?.argument).toMatchObject({ waiting: true, from: 0 });
    expect(screen.getByText('3 of 1,000 sessions')).toBeDefined();
    await user.click(toggle);
    expect(await screen.findByText('1,000 sessions')).toBeDefined();
  });

  test('is not offered where nothing waits', async () => {
    answerWith({ library: () => ({ ...content, waiting: 0 }), sessions: page });
    show(<Place />);
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: /Waiting/ })).toBeNull();
  });

  test("has the own rating first among the session's ratings", async () => {
    const of = (number: number, raterName: string) =>
      aRatingProgress({ ratingId: uuid(number), raterId: uuid(number + 200), raterName });
    const ratings = [of(99, 'Henrik'), of(100, 'Solveig')];
    answerWith({
      library: () => content,
      sessions: () => ({ total: 1, rows: [{ ...sessionAt(0), ratings }] }),
    });
    show(<Place />);
    const links = within((await screen.findAllByRole('row'))[1] as HTMLElement).getAllByRole('link');
    expect(links.slice(1).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Solveig'),
      expect.stringContaining('Henrik'),
    ]);
  });
});
