import { notifications } from '@mantine/notifications';
import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Api, calls } from '../../preload/api';
import { createPlayback } from '../../renderer/player/playback';
import { useKeptPlayed } from '../../renderer/rating/useKeptPlayed';
import en from '../../renderer/words/en.json';
import { fakeMedia } from '../fixtures/fakePlayer';
import { aRatingView } from '../fixtures/rows';
import { inLanguage, show } from './surface';

let player: ReturnType<typeof fakeMedia>;
let asked: Parameters<Api['keepPlayed']>[0][];

beforeEach(async () => {
  vi.useFakeTimers();
  notifications.clean();
  await inLanguage('en');
  player = fakeMedia();
  asked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** The main process refuses what was played, for a reason. */
function refuse(reason: string): void {
  const keepPlayed = async (played: Parameters<Api['keepPlayed']>[0]) => {
    asked.push(played);
    return { ok: false, reason };
  };
  vi.stubGlobal('api', { ...Object.fromEntries(calls.map((name) => [name, undefined])), keepPlayed });
}

function Playing() {
  const [playback] = useState(() => {
    const created = createPlayback();
    created.attach(player.element);
    return created;
  });
  useKeptPlayed(aRatingView(), playback);
  return null;
}

const play = async (ms: number) => {
  for (let done = 0; done < ms; done += 250) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(250);
      player.run(250);
    });
  }
};

async function played(): Promise<void> {
  show(<Playing />);
  player.arrive();
  await act(async () => void player.media.play());
  await play(6000);
}

describe('what was played', () => {
  test.each(['submitted', 'notYours'])('is let go without a word when the rating is %s', async (reason) => {
    refuse(reason);
    await played();
    expect(asked.length).toBeGreaterThan(0);
    expect(screen.queryByText(en.failure.title)).toBeNull();
    const first = asked[0]?.stretches[0];
    await play(6000);
    expect(asked.at(-1)?.stretches).not.toContainEqual(first);
  });

  test('is told and taken again when the disk is full', async () => {
    refuse('full');
    await played();
    expect(screen.getByText(en.failure.full)).toBeDefined();
    const first = asked[0]?.stretches[0];
    await play(6000);
    expect(asked.at(-1)?.stretches).toContainEqual(first);
  });
});
