import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ComponentProps, useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changedOverall, changedScore } from '../../db/changed';
import type { Overall, Score, ScoreChange } from '../../db/model';
import { items } from '../../db/scale';
import type { RatingView } from '../../preload/api';
import { useHeld } from '../../renderer/held';
import { withScore } from '../../renderer/rating/changes';
import { type Opened, Sheet } from '../../renderer/rating/Sheet';
import { type OpenRating, useRating } from '../../renderer/rating/useRating';
import { aMark, aRating, aScore, someRules, uuid } from '../fixtures/rows';
import { answerWith, inLanguage, show } from './surface';

const unrated: Overall = { ratingId: uuid(100), adherence: null, quality: null, note: '' };

const noAnchors = { of: [], allShown: false, showAll: () => undefined };

/** A sheet that keeps what is put into it, as the desk does. */
function Kept(some: Partial<ComponentProps<typeof Sheet>>) {
  const [opened, open] = useState<Opened>(some.opened);
  const [scores, setScores] = useState<readonly Score[]>(some.scores ?? []);
  const [overall, setOverall] = useState(some.overall ?? unrated);
  return (
    <Sheet
      ratingId={uuid(100)}
      marks={[]}
      selectedId={undefined}
      playMark={() => undefined}
      phases={[]}
      therapists={2}
      rules={someRules()}
      anchors={noAnchors}
      {...some}
      scores={scores}
      overall={overall}
      opened={opened}
      open={open}
      editScore={async (change) => {
        void some.editScore?.(change);
        setScores((now) => {
          const before = now.find(({ item }) => item === change.item);
          return withScore({ scores: [...now] }, changedScore(before, change)).scores;
        });
        return {};
      }}
      editOverall={async (change) => {
        void some.editOverall?.(change);
        setOverall((before) => changedOverall(before, change));
        return {};
      }}
    />
  );
}

const item4 = { ratingId: uuid(100), item: 4 };
const row = (item: number) =>
  screen.getByRole('button', { name: new RegExp(`^${item}\\s*${items[item - 1]?.name.en}`) });
const scale = (name: 'Adherence' | 'Quality') => screen.getByRole('radiogroup', { name });

beforeEach(() => inLanguage('en'));

describe('the sheet', () => {
  test('shows all 19 items and the overall rating at once', () => {
    show(<Kept />);
    for (const { number } of items) expect(row(number)).toBeDefined();
    expect(screen.getByRole('button', { name: /Overall rating/ })).toBeDefined();
    expect(screen.getByRole('heading', { name: 'The group' })).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Shared with individual therapy' })).toBeDefined();
  });

  test('opens an item where it stands, with what good enough is', async () => {
    const { user } = show(<Kept />);
    await user.click(row(12));
    expect(screen.getByText(items[11]?.goodEnough.en ?? '')).toBeDefined();
    expect(scale('Adherence')).toBeDefined();
    expect(scale('Quality')).toBeDefined();
  });

  test('has one item open at a time, and closes it again', async () => {
    const { user } = show(<Kept />);
    await user.click(row(12));
    await user.click(row(4));
    expect(screen.getAllByRole('radiogroup')).toHaveLength(2);
    await user.click(screen.getByRole('button', { expanded: true }));
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  test('counts the items that are done', () => {
    const scores = [
      aScore({ item: 1, adherence: 3, quality: 4 }),
      aScore({ item: 2, noOccasion: true }),
      aScore({ item: 3, quality: 4 }),
    ];
    show(<Kept scores={scores} />);
    expect(screen.getByText('2 of 19 items')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe(String((100 * 2) / 20));
  });

  test('speaks Norwegian', async () => {
    await inLanguage('nb');
    show(<Kept opened={4} />);
    expect(screen.getByText(items[3]?.goodEnough.nb ?? '')).toBeDefined();
  });
});

describe('an open item', () => {
  test('takes both ratings by keyboard, and goes on to the next item', async () => {
    const editScore = vi.fn();
    const { user } = show(<Kept opened={4} editScore={editScore} />);
    act(() => within(scale('Adherence')).getByRole('radio', { name: '1' }).focus());
    await user.keyboard('3');
    await waitFor(() => expect(scale('Quality').contains(document.activeElement)).toBe(true));
    await user.keyboard('5');
    expect(editScore.mock.calls).toEqual([[{ ...item4, adherence: 3 }], [{ ...item4, quality: 5 }]]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(scale('Adherence').contains(document.activeElement)).toBe(true));
    expect(screen.getByRole('button', { expanded: true }).textContent).toContain(items[4]?.name.en);
  });

  test('says in words what the chosen level means', async () => {
    show(<Kept opened={4} scores={[aScore({ item: 4, quality: 4 })]} />);
    expect(
      within(scale('Quality').parentElement as HTMLElement).getByText(/\p{L}{3}/u, {
        selector: 'span:last-child',
      }),
    ).toBeDefined();
  });

  test('loses both ratings with "no occasion"', async () => {
    const editScore = vi.fn();
    const { user } = show(
      <Kept
        opened={4}
        scores={[aScore({ item: 4, adherence: 3, quality: 5, note: 'text' })]}
        editScore={editScore}
      />,
    );
    await user.click(screen.getByRole('checkbox', { name: 'No occasion' }));
    expect(editScore.mock.calls).toEqual([[{ ...item4, noOccasion: true }]]);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  test('loses "no occasion" with a rating', async () => {
    const editScore = vi.fn();
    const { user } = show(
      <Kept opened={4} scores={[aScore({ item: 4, noOccasion: true })]} editScore={editScore} />,
    );
    await user.click(within(scale('Quality')).getByRole('radio', { name: '2' }));
    expect(editScore.mock.calls).toEqual([[{ ...item4, quality: 2 }]]);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  test('takes "no occasion" by the key 0, and goes on', async () => {
    const editScore = vi.fn();
    const { user } = show(<Kept opened={4} editScore={editScore} />);
    act(() => within(scale('Adherence')).getByRole('radio', { name: '1' }).focus());
    await user.keyboard('0');
    expect(editScore.mock.calls).toEqual([[{ ...item4, noOccasion: true }]]);
    expect(screen.getByRole('button', { expanded: true }).textContent).toContain(items[4]?.name.en);
  });

  test('shows its own marks, and plays them', async () => {
    const playMark = vi.fn();
    const mine = aMark({ id: uuid(1), item: 4, atMs: 65_000 });
    const { user } = show(
      <Kept opened={4} marks={[mine, aMark({ id: uuid(2), item: 5, atMs: 5000 })]} playMark={playMark} />,
    );
    await user.click(screen.getByRole('button', { name: '00:01:05' }));
    expect(playMark.mock.calls).toEqual([[mine]]);
    expect(screen.queryByRole('button', { name: '00:00:05' })).toBeNull();
  });

  test('says that it has no marks yet', () => {
    show(<Kept opened={4} />);
    expect(screen.getByText('No marks yet')).toBeDefined();
  });
});

describe('an edition', () => {
  const rules = someRules({ 6: { takesAdherence: false }, 9: { mayBeNoOccasion: false } });

  test('without adherence for an item shows none, and the keyboard begins with its quality', async () => {
    const { user } = show(<Kept rules={rules} opened={5} />);
    act(() => within(scale('Quality')).getByRole('radio', { name: '1' }).focus());
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('radiogroup', { name: 'Adherence' })).toBeNull();
    expect(scale('Quality').contains(document.activeElement)).toBe(true);
    expect(screen.getByText('This edition has no adherence rating here')).toBeDefined();
  });

  test('says so in the row of the item as well', () => {
    show(<Kept rules={rules} />);
    expect(within(row(6)).getByTitle('This edition has no adherence rating here')).toBeDefined();
    expect(within(row(5)).queryByTitle('This edition has no adherence rating here')).toBeNull();
  });

  test('counts an item without adherence as done with its quality', () => {
    const scores = [aScore({ item: 5, quality: 4 }), aScore({ item: 6, quality: 4 })];
    show(<Kept rules={rules} scores={scores} />);
    expect(screen.getByText('1 of 19 items')).toBeDefined();
  });

  test('without "no occasion" for an item offers none, by mouse or key', async () => {
    const editScore = vi.fn();
    const { user } = show(<Kept rules={rules} opened={9} editScore={editScore} />);
    expect(screen.queryByRole('checkbox', { name: 'No occasion' })).toBeNull();
    act(() => within(scale('Quality')).getByRole('radio', { name: '1' }).focus());
    await user.keyboard('0');
    expect(editScore.mock.calls).toEqual([]);
    expect(screen.getByRole('button', { expanded: true }).textContent).toContain(items[8]?.name.en);
  });
});

describe('a text pack', () => {
  const of = [
    { item: 4, level: 4, text: 'The fourth' },
    { item: 4, level: 6, text: '<b>The sixth</b>' },
  ];

  test('shows the level that is chosen, or the fourth, instead of the paraphrase', () => {
    const { unmount } = show(<Kept opened={4} anchors={{ ...noAnchors, of }} />);
    expect(screen.getByText('The fourth')).toBeDefined();
    expect(screen.queryByText(items[3]?.goodEnough.en ?? '')).toBeNull();
    unmount();
    show(<Kept opened={4} anchors={{ ...noAnchors, of }} scores={[aScore({ item: 4, quality: 6 })]} />);
    expect(screen.getByText('<b>The sixth</b>')).toBeDefined();
  });

  test('shows the level under the mouse and under the keyboard', async () => {
    const { user } = show(<Kept opened={4} anchors={{ ...noAnchors, of }} />);
    await user.hover(within(scale('Quality')).getByRole('radio', { name: '6' }));
    expect(screen.getByText('<b>The sixth</b>')).toBeDefined();
    await user.unhover(within(scale('Quality')).getByRole('radio', { name: '6' }));
    expect(screen.getByText('The fourth')).toBeDefined();
    act(() => within(scale('Quality')).getByRole('radio', { name: '6' }).focus());
    expect(screen.getByText('<b>The sixth</b>')).toBeDefined();
  });

  test('says which level it has no text for', async () => {
    const { user } = show(<Kept opened={4} anchors={{ ...noAnchors, of }} />);
    await user.hover(within(scale('Quality')).getByRole('radio', { name: '2' }));
    expect(screen.getByText('No text for this level')).toBeDefined();
  });

  test('shows all seven levels when asked', async () => {
    const showAll = vi.fn();
    const { user } = show(<Kept opened={4} anchors={{ of, allShown: true, showAll }} />);
    const panel = await screen.findByRole('region', { name: 'The levels of item 4' });
    expect(within(panel).getAllByRole('term')).toHaveLength(7);
    expect(within(panel).getByText('<b>The sixth</b>')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show all levels' }));
    expect(showAll.mock.calls).toEqual([[false]]);
  });
});

describe('the overall rating', () => {
  test("is the rater's own, and said to be", async () => {
    const editOverall = vi.fn();
    const { user } = show(<Kept opened="overall" editOverall={editOverall} />);
    expect(screen.getByText(/not computed from the items/)).toBeDefined();
    await user.click(within(scale('Quality')).getByRole('radio', { name: '6' }));
    expect(editOverall.mock.calls).toEqual([[{ ratingId: uuid(100), quality: 6 }]]);
  });

  test('follows the last item', async () => {
    const { user } = show(<Kept opened={19} />);
    act(() => within(scale('Quality')).getByRole('radio', { name: '1' }).focus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { expanded: true }).textContent).toContain('Overall rating');
  });
});

const Saved = ({ saved }: Pick<OpenRating, 'saved'>) => <output>{useHeld(saved)}</output>;

describe('on a slow disk', () => {
  /** The sheet over a rating that is read and kept through the contract. */
  function Open() {
    const rating = useRating(uuid(100));
    const [opened, open] = useState<Opened>(4);
    if (rating === undefined || rating === null || 'outcome' in rating) return null;
    return (
      <>
        <Saved saved={rating.saved} />
        <Sheet
          {...rating.view}
          rules={rating.view.edition.items}
          anchors={noAnchors}
          ratingId={uuid(100)}
          opened={opened}
          open={open}
          editScore={rating.editScore}
          editOverall={rating.editOverall}
          selectedId={undefined}
          phases={[]}
          therapists={2}
          playMark={() => undefined}
        />
      </>
    );
  }

  const view: RatingView = {
    outcome: 'open',
    rating: aRating(),
    edition: { id: 'mbt-g-aqs/1', name: 'MBT-G-AQS', items: someRules() },
    lock: undefined,
    gaps: [],
    coverage: { stretches: [], watchedMs: 0, share: 0, meanRate: undefined, fastShare: 0 },
    versions: [],
    marks: [],
    scores: [],
    overall: unrated,
    canUndo: false,
    canRedo: false,
  };

  /** A record that keeps a score when the test says so; changes meet there in the order they were asked. */
  function slowly() {
    let kept: Score | undefined;
    const waiting: (() => void)[] = [];
    answerWith({ rating: () => view });
    vi.stubGlobal('api', {
      ...window.api,
      editScore: (change: ScoreChange) =>
        new Promise((resolve) => {
          waiting.push(() => {
            kept = changedScore(kept, change);
            resolve({ ok: true, value: kept });
          });
        }),
    });
    const answer = () =>
      act(async () => {
        for (const done of waiting.splice(0)) done();
      });
    return { kept: () => kept, answer };
  }

  const shown = (name: 'Adherence' | 'Quality') =>
    within(scale(name)).queryByRole('radio', { checked: true })?.textContent;

  test('two ratings given right after each other are both kept, and shown', async () => {
    const { kept, answer } = slowly();
    const { user } = show(<Open />);
    await screen.findByRole('radiogroup', { name: 'Adherence' });
    await user.click(within(scale('Adherence')).getByRole('radio', { name: '3' }));
    await user.click(within(scale('Quality')).getByRole('radio', { name: '5' }));
    await answer();
    expect(kept()).toEqual(aScore({ item: 4, adherence: 3, quality: 5 }));
    await waitFor(() => expect([shown('Adherence'), shown('Quality')]).toEqual(['3', '5']));
  });

  test('a note and the rating given right after it are both kept', async () => {
    const { kept, answer } = slowly();
    const { user } = show(<Open />);
    await user.type(await screen.findByRole('textbox', { name: 'Note on item 4' }), 'text');
    await user.click(within(scale('Quality')).getByRole('radio', { name: '5' }));
    await answer();
    expect(kept()).toEqual(aScore({ item: 4, quality: 5, note: 'text' }));
  });

  test('the sheet says that it is saving until everything is kept', async () => {
    const { answer } = slowly();
    show(<Open />);
    await screen.findByRole('radiogroup', { name: 'Adherence' });
    expect(screen.getByRole('status').textContent).toBe('saved');
    fireEvent.click(within(scale('Quality')).getByRole('radio', { name: '5' }));
    expect(screen.getByRole('status').textContent).toBe('saving');
    await answer();
    expect(screen.getByRole('status').textContent).toBe('saved');
  });
});
