import { notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createRef } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cue } from '../../db/model';
import { createPlayback } from '../../renderer/player/playback';
import { TranscriptCard } from '../../renderer/session/TranscriptCard';
import { Captions } from '../../renderer/transcript/Captions';
import { Transcript } from '../../renderer/transcript/Transcript';
import { uuid } from '../fixtures/rows';
import { answerWith, inLanguage, show } from './surface';

/** Every piece of the list is near, until a test says otherwise. */
let near = (_chunk: number) => true;
vi.stubGlobal(
  'IntersectionObserver',
  class {
    readonly tell: IntersectionObserverCallback;
    constructor(tell: IntersectionObserverCallback) {
      this.tell = tell;
    }
    observe(target: Element) {
      const isIntersecting = near(Number(target.getAttribute('data-chunk')));
      const entry = { target, isIntersecting, boundingClientRect: new DOMRect() };
      // Only what the list reads of them is there.
      this.tell([entry as unknown as IntersectionObserverEntry], this as unknown as IntersectionObserver);
    }
    disconnect() {
      return undefined;
    }
  },
);

beforeEach(async () => {
  notifications.clean();
  near = () => true;
  await inLanguage('en');
});

const said = (...texts: string[]): Cue[] =>
  texts.map((text, at) => ({
    startMs: at * 10_000,
    endMs: at * 10_000 + 9000,
    speaker: at % 2 === 0 ? 'Ingrid' : 'Per',
    text,
  }));
const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

function showTranscript(cues: Cue[], { locked = false, enterTaken = false } = {}) {
  const playback = createPlayback();
  const acts = { seek: vi.spyOn(playback, 'seek'), play: vi.spyOn(playback, 'play'), markFrom: vi.fn() };
  const shown = show(
    <Transcript
      sessionId={uuid(200)}
      transcript={{ name: 'a.vtt', addedAt: '2026-11-12T08:00:00.000Z', cues }}
      playback={playback}
      markFrom={acts.markFrom}
      locked={locked}
      enterTaken={() => enterTaken}
      searchField={createRef()}
    />,
  );
  return { ...shown, ...acts, playback };
}
const rows = () => screen.getAllByRole('row');
const row = (index: number): HTMLElement => {
  const found = rows()[index];
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
};
const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
const search = () => screen.getByRole('textbox', { name: 'Search the transcript' });

describe('the transcript', () => {
  test('shows when, who and what', () => {
    showTranscript(said('Hei på deg.', 'Hallo.'));
    expect(rows().map(({ textContent }) => textContent)).toEqual([
      '00:00:00IngridHei på deg.',
      '00:00:10PerHallo.',
    ]);
  });

  test('shows hostile text as the text it is, also where it is found', async () => {
    const { user } = showTranscript(said(hostile));
    await user.type(search(), 'script');
    await waitFor(() => expect(marks()).toEqual(['script', 'script']));
    expect(row(0).textContent).toContain(hostile);
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
  });

  test('keeps what is said apart from what stands around it, whatever its direction', () => {
    showTranscript([{ startMs: 0, endMs: 1, speaker: 'שרה', text: 'שלום!' }]);
    expect([...row(0).querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([
      'שרה',
      'שלום!',
    ]);
  });

  test('plays from the passage that is clicked', async () => {
    const { user, seek, play } = showTranscript(said('En', 'To', 'Tre'));
    await user.click(screen.getByText('Tre'));
    expect(seek.mock.calls).toEqual([[20_000]]);
    expect(play).toHaveBeenCalledTimes(1);
  });

  test('is walked through by arrows, and Enter plays from there', async () => {
    const { user, seek } = showTranscript(said('En', 'To', 'Tre'));
    act(() => row(0).focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(row(1));
    await user.keyboard('{Enter}');
    expect(seek.mock.calls).toEqual([[10_000]]);
  });

  test('leaves Enter to the desk while a number is typed there', async () => {
    const { user, seek } = showTranscript(said('En', 'To'), { enterTaken: true });
    act(() => row(0).focus());
    await user.keyboard('{Enter}');
    expect(seek).not.toHaveBeenCalled();
  });

  test('leaves Space, digits and letters to the desk', () => {
    showTranscript(said('En', 'To'));
    const reached: string[] = [];
    const listen = (event: KeyboardEvent) => void (event.defaultPrevented || reached.push(event.code));
    document.addEventListener('keydown', listen);
    for (const code of ['Space', 'KeyK', 'Digit1', 'ArrowLeft', 'ArrowDown']) {
      fireEvent.keyDown(row(0), { code, key: code });
    }
    document.removeEventListener('keydown', listen);
    expect(reached).toEqual(['Space', 'KeyK', 'Digit1', 'ArrowLeft']);
  });

  test('shows which passage is being said, and none in a long silence', () => {
    const { playback } = showTranscript(said('En', 'To'));
    const current = () => rows().findIndex((one) => one.getAttribute('aria-current') === 'true');
    act(() => playback.seek(12_000));
    expect(current()).toBe(1);
    act(() => playback.seek(20_500));
    expect(current()).toBe(1);
    act(() => playback.seek(40_000));
    expect(current()).toBe(-1);
  });

  test('follows playback until one looks elsewhere, and again when asked', async () => {
    const { user } = showTranscript(said('En', 'To'));
    const follow = () => screen.queryByRole('button', { name: 'Follow playback' });
    expect(follow()).toBeNull();
    fireEvent.wheel(screen.getByRole('grid'));
    const button = follow();
    if (button === null) throw new Error('no way back to following');
    await user.click(button);
    expect(follow()).toBeNull();
  });

  test('has only the passages in the page that are near', () => {
    near = (chunk) => chunk === 0;
    showTranscript(said(...Array.from({ length: 5000 }, (_, at) => `Nummer ${at}`)));
    expect(rows().length).toBeLessThan(100);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5000');
  });

  test('brings a passage into the page that is far away', async () => {
    near = (chunk) => chunk === 0;
    const { user } = showTranscript(said(...Array.from({ length: 5000 }, (_, at) => `Nummer ${at}.`)));
    await user.type(search(), 'nummer 4321.{Enter}');
    expect(await screen.findByText('1 of 1')).toBeDefined();
    expect(marks()).toEqual(['Nummer 4321.']);
  });
});

describe('search in a transcript', () => {
  test('finds words in small and capital letters, and tells how many', async () => {
    const { user } = showTranscript(said('Ærlig talt', 'Jeg er ærlig, ÆRLIG talt', 'Nei'));
    await user.type(search(), 'ærlig');
    expect(await screen.findByText('3 matches')).toBeDefined();
    expect(marks()).toEqual(['Ærlig', 'ærlig', 'ÆRLIG']);
  });

  test('goes on by Enter and back by Shift+Enter, round and round', async () => {
    const { user } = showTranscript(said('ja', 'nei', 'ja ja'));
    await user.type(search(), 'ja');
    const seen: (string | undefined)[] = [];
    for (const keys of ['{Enter}', '{Enter}', '{Enter}', '{Enter}', '{Shift>}{Enter}{/Shift}']) {
      await user.keyboard(keys);
      seen.push(screen.getByText(/ of 3$/).textContent);
    }
    expect(seen).toEqual(['1 of 3', '2 of 3', '3 of 3', '1 of 3', '3 of 3']);
  });

  test('begins where playback is', async () => {
    const { user, playback } = showTranscript(said('ja', 'ja', 'ja'));
    act(() => playback.seek(12_000));
    await user.type(search(), 'ja{Enter}');
    expect(await screen.findByText('2 of 3')).toBeDefined();
  });

  test('is emptied by Escape', async () => {
    const { user } = showTranscript(said('ja'));
    await user.type(search(), 'ja{Escape}');
    await waitFor(() => expect(marks()).toEqual([]));
  });
});

describe('marking from a transcript', () => {
  const form = () => screen.queryByRole('form', { name: 'Mark what is selected' });

  test('makes a stretch of the passages chosen by Shift and arrows, without their words', async () => {
    const { user, markFrom } = showTranscript(said('En', 'To', 'Tre', 'Fire'));
    act(() => row(1).focus());
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
    expect(rows().map((one) => one.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
      'true',
      'false',
    ]);
    await user.keyboard('12{Enter}');
    expect(markFrom.mock.calls).toEqual([[{ item: 12, atMs: 10_000, endMs: 29_000, note: '' }]]);
    expect(form()).toBeNull();
  });

  test('takes the words as a note only when that is ticked, and no more than 500 characters', async () => {
    const { user, markFrom } = showTranscript(said('En', 'x'.repeat(900)));
    act(() => row(0).focus());
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await user.click(screen.getByRole('checkbox', { name: 'with the words as note' }));
    await user.type(screen.getByRole('textbox', { name: 'Number of the item' }), '4{Enter}');
    expect(markFrom.mock.calls[0]?.[0].note).toBe(`En\n${'x'.repeat(497)}`);
  });

  test('makes a stretch of the words chosen by the mouse', async () => {
    const { user, markFrom } = showTranscript(said('En og en halv', 'To', 'Tre'));
    const [first, second] = [screen.getByText('En og en halv'), screen.getByText('To')];
    act(() => {
      const [from, to] = [first.firstChild, second.firstChild];
      if (from !== null && to !== null) document.getSelection()?.setBaseAndExtent(from, 3, to, 1);
      document.dispatchEvent(new Event('selectionchange'));
    });
    await user.click(screen.getByRole('checkbox', { name: 'with the words as note' }));
    await user.type(screen.getByRole('textbox', { name: 'Number of the item' }), '4{Enter}');
    expect(markFrom.mock.calls).toEqual([[{ item: 4, atMs: 0, endMs: 19_000, note: 'og en halv\nT' }]]);
  });

  test('takes no number beyond the items', async () => {
    const { user, markFrom } = showTranscript(said('En', 'To'));
    act(() => row(0).focus());
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}20{Enter}');
    expect(markFrom).not.toHaveBeenCalled();
  });

  test('is left by Escape', async () => {
    const { user } = showTranscript(said('En', 'To'));
    act(() => row(0).focus());
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(form()).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(form()).toBeNull();
  });

  test('is not offered in a rating that was submitted', async () => {
    const { user } = showTranscript(said('En', 'To'), { locked: true });
    act(() => row(0).focus());
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(form()).toBeNull();
  });
});

describe('captions', () => {
  test('show everything that is being said, as text, and nothing in between', () => {
    const playback = createPlayback();
    const cues = [
      { startMs: 1000, endMs: 5000, speaker: 'Eva', text: hostile },
      { startMs: 2000, endMs: 3000, speaker: '', text: 'Ja.' },
    ];
    show(<Captions cues={cues} playback={playback} />);
    expect(screen.queryByTestId('captions')).toBeNull();
    act(() => playback.seek(2500));
    expect(screen.getByTestId('captions').textContent).toBe(`Eva${hostile}Ja.`);
    act(() => playback.seek(4000));
    expect(screen.getByTestId('captions').textContent).toBe(`Eva${hostile}`);
    act(() => playback.seek(5000));
    expect(screen.queryByTestId('captions')).toBeNull();
  });
});

describe('the transcript of a session', () => {
  const card = () => within(screen.getByRole('region', { name: 'Transcript' }));
  const imported = {
    outcome: 'imported',
    name: 'a.vtt',
    unreadable: 0,
    firstUnreadable: null,
    mended: 0,
  } as const;
  const showCard = (cues: Cue[] | undefined, answer: Parameters<typeof answerWith>[0] = {}) => {
    const asked = answerWith({
      transcript: () => cues && { name: 'a.vtt', addedAt: '2026-11-12T08:00:00.000Z', cues },
      ...answer,
    });
    const names = () => asked.map(({ name }) => name).filter((name) => name !== 'transcript');
    return { ...show(<TranscriptCard sessionId={uuid(200)} />), names };
  };

  test('is imported, and what could not be read is told', async () => {
    const { user, names } = showCard(undefined, {
      importTranscript: () => ({ ...imported, passages: 52, unreadable: 3, firstUnreadable: 12 }),
    });
    await user.click(await card().findByRole('button', { name: 'Import transcript …' }));
    expect(
      await screen.findByText(
        '52 passages were imported. 3 passages could not be read, the first in line 12.',
      ),
    ).toBeDefined();
    expect(names()).toEqual(['importTranscript']);
  });

  test('is told by name, number of passages and who speaks', async () => {
    showCard(said('En', 'To', 'Tre'));
    expect(await card().findByText('3 passages · 2 speakers')).toBeDefined();
    expect(card().getByText('Per')).toBeDefined();
  });

  test.each([
    ['Replace …', 'Choose another file …', 'importTranscript'],
    ['Remove …', 'Remove the transcript', 'removeTranscript'],
  ] as const)('asks before it is gone: %s', async (button, go, call) => {
    const { user, names } = showCard(said('En'), {
      importTranscript: () => ({ ...imported, passages: 1 }),
      removeTranscript: () => ({ found: true }),
    });
    await user.click(await card().findByRole('button', { name: button }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(names()).toEqual([]);
    await user.click(card().getByRole('button', { name: button }));
    await user.click(await screen.findByRole('button', { name: go }));
    await waitFor(() => expect(names()).toEqual([call]));
  });

  test.each([
    [{ kind: 'foreign' }, 'The file is not text but, for example, a PDF'],
    [{ kind: 'noPassages', line: 7 }, 'it stops in line 7'],
    [{ kind: 'noPassages', line: null }, 'The file has no passages with times.'],
    [{ kind: 'tooMany', line: null }, 'more than 50,000 passages'],
    [{ kind: 'tooLarge' }, 'larger than 20 MB'],
    [{ kind: 'empty' }, '0 bytes'],
    [{ kind: 'unreadable' }, 'cannot be read'],
    [{ kind: 'noSession' }, 'no longer there'],
  ] as const)('says in a sentence why a file is refused: %o', async (problem, sentence) => {
    const { user } = showCard(undefined, {
      importTranscript: () => ({ outcome: 'refused', name: 'b.pdf', problem }),
    });
    await user.click(await card().findByRole('button', { name: 'Import transcript …' }));
    expect(await screen.findByText('b.pdf was not imported')).toBeDefined();
    expect(screen.getByText(sentence, { exact: false })).toBeDefined();
  });
});
