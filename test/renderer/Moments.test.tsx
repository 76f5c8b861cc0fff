import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mark } from '../../db/model';
import type { RecordingView } from '../../preload/api';
import { Moments } from '../../renderer/moments/Moments';
import { aMark, aRating, aResultsRating, aSessionRow, bareSession, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const aRecording: RecordingView = {
  id: uuid(400),
  name: 'session.mp4',
  sizeBytes: 1000,
  durationMs: 600_000,
  picture: true,
  codecs: [],
  frameMs: 40,
  volume: 100,
  gainDb: 0,
  problem: null,
  keptAt: null,
  original: false,
  interrupted: false,
};

const therapists = [
  { id: uuid(500), code: 'T-07', name: 'Ingrid' },
  { id: uuid(501), code: 'T-12', name: 'Jonas' },
];
const session = { ...bareSession, id: uuid(200), firstTherapistId: uuid(500), secondTherapistId: uuid(501) };

const fourMarks: Partial<Mark>[] = [
  { id: uuid(4), atMs: 200_000, item: 12, quality: 3, therapist: 'both', note: 'The last of them.' },
  { id: uuid(1), atMs: 10_000, item: 4, quality: 5, therapist: 'first' },
  { id: uuid(3), atMs: 90_000, item: 12, quality: null, therapist: 'second' },
  { id: uuid(2), atMs: 60_000, item: 5, quality: 4, endMs: 70_000, kind: 'missed', note: 'Eva looks down.' },
];

type Shown = {
  marks?: Partial<Mark>[];
  recording?: RecordingView | null;
  item?: number;
  second?: boolean;
};

async function showMoments({ marks = fourMarks, recording = aRecording, item, second = false }: Shown = {}) {
  answerWith({
    library: () => ({ ...emptyLibrary, therapists }),
    session: () => ({ session, row: aSessionRow(), phases: [], recording, scores: [] }),
  });
  const ratings = [aResultsRating({ marks: marks.map((mark) => aMark(mark)) })];
  const other = { rating: aRating({ id: uuid(101) }), raterName: 'Henrik' };
  const ofOther = aMark({ id: uuid(9), ratingId: uuid(101), atMs: 30_000, item: 8 });
  if (second) ratings.push(aResultsRating({ ...other, marks: [ofOther] }));
  const phases = [{ id: uuid(600), sessionId: session.id, name: 'Opening', startMs: 0, endMs: 20_000 }];
  const results = { session, phases, ratings, notSubmitted: [], sight: 'open' as const, withheld: 0 };
  const chooseItem = vi.fn();
  const shown = show(<Moments results={results} shown={ratings} item={item} chooseItem={chooseItem} />);
  await screen.findByRole('heading', { name: 'Moments' });
  return { ...shown, chooseItem };
}

const rows = () => screen.getAllByRole('row');
const times = () => rows().map((row) => /\d\d:\d\d:\d\d/.exec(row.textContent)?.[0]);
const sent = () => Math.round((document.querySelector('video')?.currentTime ?? Number.NaN) * 1000);

async function choose(user: Awaited<ReturnType<typeof showMoments>>['user'], filter: string, option: string) {
  await user.click(screen.getByRole('combobox', { name: filter }));
  await user.click(await screen.findByRole('option', { name: option }));
}

beforeEach(async () => {
  await inLanguage('en');
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
  // The player knows its file at once.
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
});
afterEach(() => vi.restoreAllMocks());

describe('the list of moments', () => {
  test('has every mark in order of time, and says how many', async () => {
    await showMoments();
    expect(times()).toEqual(['00:00:10', '00:01:00', '00:01:30', '00:03:20']);
    expect(screen.getByText('4 of 4 moments')).toBeDefined();
  });

  test('says of a mark its stretch, item, quality, therapist, kind, note and phase', async () => {
    await showMoments();
    const [first, second] = rows();
    expect(first?.textContent).toContain('Opening');
    expect(first?.textContent).toContain('T-07 Ingrid');
    for (const part of ['00:01:00–00:01:10', '5 Group events', 'Missed opportunity', 'Eva looks down.']) {
      expect(second?.textContent).toContain(part);
    }
  });

  test('names the rater only where there are several', async () => {
    await showMoments();
    expect(rows()[0]?.textContent).not.toContain('Solveig');
    expect(screen.queryByRole('combobox', { name: 'Rater' })).toBeNull();
  });

  test('of several raters can be that of one', async () => {
    const { user } = await showMoments({ second: true });
    expect(rows()[0]?.textContent).toContain('Solveig');
    await choose(user, 'Rater', 'Henrik');
    expect(times()).toEqual(['00:00:30']);
    expect(screen.getByText('1 of 5 moments')).toBeDefined();
  });

  test('is that of the item which is looked at', async () => {
    const { user, chooseItem } = await showMoments({ item: 12 });
    expect(times()).toEqual(['00:01:30', '00:03:20']);
    await choose(user, 'Item', 'All items');
    expect(chooseItem.mock.calls).toEqual([[undefined]]);
  });

  test('tells which item is chosen in it', async () => {
    const { user, chooseItem } = await showMoments();
    await choose(user, 'Item', '4 Engaging members');
    expect(chooseItem.mock.calls).toEqual([[4]]);
  });

  test('is filtered by therapist and quality, and shows all again', async () => {
    const { user } = await showMoments();
    await choose(user, 'Therapist', 'T-12 Jonas');
    expect(times()).toEqual(['00:01:30', '00:03:20']);
    await choose(user, 'Quality', 'Above 4');
    expect(screen.getByText('No moments match the filters.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(4);
  });

  test('says so when nothing was marked', async () => {
    await showMoments({ marks: [] });
    expect(screen.getByText('No moments were marked in this session.')).toBeDefined();
  });

  test('of hundreds holds only those in sight, and says how many there are', async () => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(520);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(52);
    const marks = Array.from({ length: 400 }, (_, at) => ({ id: uuid(1000 + at), atMs: at * 1000 }));
    await showMoments({ marks });
    expect(rows().length).toBeGreaterThan(0);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('400');
  });

  test('is there in Norwegian', async () => {
    await showMoments();
    await inLanguage('nb');
    expect(await screen.findByText('4 av 4 øyeblikk')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Spill disse 4 øyeblikkene' })).toBeDefined();
  });
});

describe('choosing moments', () => {
  test('changes what is played', async () => {
    const { user } = await showMoments();
    await user.click(screen.getByRole('checkbox', { name: 'Choose 00:00:10' }));
    expect(screen.getByRole('button', { name: 'Play the chosen moment' })).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: 'Choose all in the list' }));
    expect(screen.getByRole('button', { name: 'Play the 4 chosen moments' })).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: 'Choose all in the list' }));
    expect(screen.getByRole('button', { name: 'Play these 4 moments' })).toBeDefined();
  });

  test('goes by keys: arrows to a moment, Space chooses it', async () => {
    const { user } = await showMoments();
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(document.activeElement).toBe(rows()[2]);
    expect(rows().map((row) => row.getAttribute('aria-selected'))).toEqual([
      'false',
      'false',
      'true',
      'false',
    ]);
  });
});

describe('playing a moment', () => {
  test('begins with the pre-roll, by a click', async () => {
    const { user } = await showMoments();
    await user.click(screen.getByText('Eva looks down.'));
    expect(sent()).toBe(55_000);
    expect(rows()[1]?.getAttribute('aria-current')).toBe('true');
    expect(screen.getAllByText('Eva looks down.')).toHaveLength(2);
  });

  test('by Enter', async () => {
    const { user } = await showMoments();
    rows()[0]?.focus();
    await user.keyboard('{End}{Enter}');
    expect(sent()).toBe(195_000);
  });

  test('is not possible without a recording, and that is said; the list stays', async () => {
    await showMoments({ recording: null });
    expect(screen.getByRole('alert').textContent).toContain('No recording');
    expect(rows()).toHaveLength(4);
    expect(screen.getByRole('button', { name: 'Play these 4 moments' }).hasAttribute('disabled')).toBe(true);
  });

  test.each([
    ['gone', 'The recording is no longer where it was.'],
    ['changed', 'The file in this place is not the one that was added.'],
  ] as const)('of a recording that is %s gives its sentence', async (kind, sentence) => {
    await showMoments({ recording: { ...aRecording, problem: { kind } } });
    expect(screen.getByRole('alert').textContent).toContain(sentence);
    expect(screen.getByRole('button', { name: 'Play these 4 moments' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the playlist', () => {
  async function open(some: Shown = {}) {
    const shown = await showMoments(some);
    await shown.user.click(screen.getByRole('button', { name: /^Play th/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Playlist' }));
    return { ...shown, dialog, now: () => dialog.getByRole('region', { name: 'This moment' }).textContent };
  }

  test('begins with the first moment, from its pre-roll', async () => {
    const { dialog, now } = await open();
    expect(dialog.getByText('1 of 4')).toBeDefined();
    expect(now()).toContain('4 Engaging the members in mentalizing events');
    expect(sent()).toBe(5000);
  });

  test('has one player, not two', async () => {
    await open();
    expect(document.querySelectorAll('video')).toHaveLength(1);
  });

  test('skips forward and back, and goes where one presses in its list', async () => {
    const { user, dialog, now } = await open();
    await user.click(dialog.getByRole('button', { name: 'Next moment' }));
    expect(now()).toContain('Eva looks down.');
    await user.click(dialog.getByRole('button', { name: 'Previous moment' }));
    expect(dialog.getByText('1 of 4')).toBeDefined();
    const list = within(dialog.getByRole('navigation', { name: 'Moments in the playlist' }));
    await user.click(list.getAllByRole('button')[3] ?? document.body);
    expect(now()).toContain('The last of them.');
  });

  test('is over after the last moment, and can begin again', async () => {
    const { user, dialog } = await open({ marks: [{ atMs: 10_000 }] });
    await user.keyboard('{ArrowRight}');
    expect(dialog.getByText('That was the last moment.')).toBeDefined();
    await user.keyboard(' ');
    expect(dialog.queryByText('That was the last moment.')).toBeNull();
  });

  test('says of a moment beyond the end of the recording that it is', async () => {
    const { dialog } = await open({ marks: [{ atMs: 700_000 }] });
    expect(dialog.getByText('This moment lies beyond the end of the recording.')).toBeDefined();
  });

  test('has a button with a name for every key', async () => {
    const { dialog } = await open();
    const names = ['Previous moment', 'Play', 'Next moment', 'Repeat this moment', 'Show the list'];
    for (const name of [...names, 'Fill the screen', 'Close the playlist']) {
      expect(dialog.getByRole('button', { name })).toBeDefined();
    }
    expect(dialog.getByRole('switch', { name: 'Stop after each' })).toBeDefined();
  });

  test('is left by Escape, and its moment is the one that is looked at', async () => {
    const { user } = await open();
    await user.keyboard('n{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(rows()[1]?.getAttribute('aria-current')).toBe('true');
  });
});
