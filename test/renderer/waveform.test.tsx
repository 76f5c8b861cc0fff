import { act, screen, waitFor } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { describe, expect, test } from 'vitest';
import type { Waveform as Kept } from '../../db/model';
import type { RecordingView } from '../../preload/api';
import { createPlayback } from '../../renderer/player/playback';
import type { Drawing } from '../../renderer/player/waveform/draw';
import type { FromWorker } from '../../renderer/player/waveform/messages';
import { useWaveform } from '../../renderer/player/waveform/useWaveform';
import { Waveform } from '../../renderer/player/waveform/Waveform';
import { fakeMedia } from '../fixtures/fakePlayer';
import { answerWith, show } from './surface';

const id = '6f0d8d1e-6a86-4c86-9c0c-6f3a1d2b3c4d';
const recording: RecordingView = {
  id,
  name: 'session.mp4',
  sizeBytes: 1000,
  durationMs: 60_000,
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

/** The desk's sound, drawn by a worker that does what the test tells it. */
function desk({ kept }: { kept?: Kept }) {
  const media = fakeMedia({ ready: false });
  const drawings: { gently: boolean[]; stopped: boolean; told: (message: FromWorker) => void }[] = [];
  const start = (_: unknown, told: (message: FromWorker) => void): Drawing => {
    const drawing = { gently: [] as boolean[], stopped: false, told };
    drawings.push(drawing);
    return {
      gently: (gently) => void drawing.gently.push(gently),
      stop: () => {
        drawing.stopped = true;
      },
    };
  };
  const playback = createPlayback();
  playback.attach(media.element);
  function Sound() {
    const state = useSyncExternalStore(playback.watch, playback.state);
    const sound = useWaveform(recording, playback, state, start);
    return (
      <>
        <output>{sound.waveform === undefined ? 'none' : sound.waveform.peaks.join(' ')}</output>
        <Waveform waveform={undefined} progress={sound.progress} fromMs={0} toMs={60_000} />
      </>
    );
  }
  const asked = answerWith({ waveform: () => kept, keepWaveform: () => ({ found: true }) });
  const shown = show(<Sound />);
  const askedFor = (name: string) => asked.filter((one) => one.name === name);
  return { ...shown, media, drawings, askedFor };
}

describe('the waveform of a recording', () => {
  test('is taken as it was kept, and not drawn again', async () => {
    const { media, drawings } = desk({ kept: { recordingId: id, stepMs: 50, peaks: Uint8Array.of(1, 2) } });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 2'));
    act(() => media.load());
    expect(drawings).toEqual([]);
  });

  test('is drawn when the recording can be played, not before, and is kept', async () => {
    const { media, drawings, askedFor } = desk({});
    await waitFor(() => expect(askedFor('waveform')).toHaveLength(1));
    expect(drawings).toEqual([]);
    act(() => media.load());
    await waitFor(() => expect(drawings).toHaveLength(1));
    act(() => drawings[0]?.told({ kind: 'progress', progress: 0.4 }));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
    act(() => drawings[0]?.told({ kind: 'drawn', stepMs: 50, peaks: Uint8Array.of(7) }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('7'));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(askedFor('keepWaveform')).toEqual([
      { name: 'keepWaveform', argument: { recordingId: id, stepMs: 50, peaks: Uint8Array.of(7) } },
    ]);
    expect(drawings.map(({ stopped }) => stopped)).toEqual([true]);
  });

  test('leaves time to the player while it plays', async () => {
    const { media, drawings } = desk({});
    act(() => media.load());
    await waitFor(() => expect(drawings).toHaveLength(1));
    act(() => void media.media.play());
    act(() => media.media.pause());
    expect(drawings[0]?.gently.filter((now, at, all) => now !== all[at - 1])).toEqual([false, true, false]);
  });

  test.each([{ kind: 'undecodable' }, { kind: 'failed', why: 'the recording answered 404' }] as const)(
    'that cannot be drawn leaves the place empty: $kind',
    async (message) => {
      const { media, drawings, askedFor } = desk({});
      act(() => media.load());
      await waitFor(() => expect(drawings).toHaveLength(1));
      act(() => drawings[0]?.told(message));
      expect(screen.queryByRole('progressbar')).toBeNull();
      expect(askedFor('keepWaveform')).toEqual([]);
      expect(drawings[0]?.stopped).toBe(true);
    },
  );

  test('stops being drawn when the desk is left', async () => {
    const { media, drawings, unmount } = desk({});
    act(() => media.load());
    await waitFor(() => expect(drawings).toHaveLength(1));
    unmount();
    expect(drawings[0]?.stopped).toBe(true);
  });

  test('without a single step says that there is no sound', () => {
    show(
      <Waveform
        waveform={{ stepMs: 50, peaks: new Uint8Array() }}
        progress={undefined}
        fromMs={0}
        toMs={1}
      />,
    );
    expect(screen.getByText('No sound in this recording')).toBeTruthy();
  });
});
