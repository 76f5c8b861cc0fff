import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GoToTime } from '../../renderer/player/GoToTime';
import { KeyList } from '../../renderer/player/KeyList';
import { actions } from '../../renderer/player/keys';
import { createPlayback } from '../../renderer/player/playback';
import { createSound } from '../../renderer/player/sound';
import { Transport } from '../../renderer/player/Transport';
import en from '../../renderer/words/en.json';
import { inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

describe('the transport', () => {
  function showTransport({ playing = false, rate = 1, disabled = false } = {}) {
    const playback = createPlayback();
    const acts = { goToTime: vi.fn(), showKeys: vi.fn(), loop: vi.fn() };
    const sound = {
      sound: { volume: 100, gainDb: 0, muted: false },
      change: vi.fn(),
      control: createSound(),
      act: { mute: vi.fn(), louder: vi.fn(), softer: vi.fn(), lift: vi.fn() },
    };
    const step = vi.spyOn(playback, 'step');
    const shown = show(
      <Transport
        playback={playback}
        state={{ playing, rate, durationMs: 5_400_000, failed: false, loop: undefined }}
        durationMs={5_400_000}
        disabled={disabled}
        sound={sound}
        loopFrom={undefined}
        {...acts}
      />,
    );
    return { ...shown, ...acts, playback, step };
  }
  const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

  test('has a name for every button', () => {
    showTransport();
    expect(names()).toEqual([
      'Back 5 seconds',
      'Play',
      'Forward 5 seconds',
      'Sound',
      'Slower',
      'Speed 1, press for normal',
      'Faster',
      'Go to time',
      'Keys',
    ]);
  });

  test('has the same buttons in Norwegian', async () => {
    await inLanguage('nb');
    showTransport();
    expect(names().filter((name) => name === null || Object.values(en.player).includes(name))).toEqual([]);
  });

  test('offers to pause while it plays', () => {
    showTransport({ playing: true });
    expect(screen.getByRole('button', { name: 'Pause' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
  });

  test('shows the speed as it is, also at quarters', async () => {
    showTransport({ rate: 1.25 });
    expect(screen.getByText('1.25×')).toBeDefined();
  });

  test('names the speed that it shows', () => {
    showTransport({ rate: 1.25 });
    expect(screen.getByRole('button', { name: 'Speed 1.25, press for normal' })).toBeDefined();
  });

  test('steps by five seconds', async () => {
    const { user, step } = showTransport();
    await user.click(screen.getByRole('button', { name: 'Back 5 seconds' }));
    await user.click(screen.getByRole('button', { name: 'Forward 5 seconds' }));
    expect(step.mock.calls).toEqual([[-5000], [5000]]);
  });

  test('shows where playback is, and how long the recording is', () => {
    const { playback } = showTransport();
    playback.seek(2_537_300);
    expect(screen.getByTestId('clock').textContent).toBe('00:42:17.3');
    expect(screen.getByText('/ 01:30:00')).toBeDefined();
  });

  test('without a recording plays nothing, but still shows the keys', async () => {
    const { user, showKeys } = showTransport({ disabled: true });
    expect(screen.getByRole('button', { name: 'Play' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Keys' }));
    expect(showKeys).toHaveBeenCalledTimes(1);
  });

  test('leaves the focus on the desk', async () => {
    const { user } = showTransport();
    await user.click(screen.getByRole('button', { name: 'Play' }));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('going to a time', () => {
  function showDialog() {
    const acts = { close: vi.fn(), go: vi.fn() };
    return { ...show(<GoToTime durationMs={3_600_000} {...acts} />), ...acts };
  }

  test('goes there by Enter', async () => {
    const { user, go, close } = showDialog();
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '42:17{Enter}');
    expect(go.mock.calls).toEqual([[2_537_000]]);
    expect(close).toHaveBeenCalledTimes(1);
  });

  test.each(['1:00:01', 'soon', '42:75'])('refuses %s and says so', async (text) => {
    const { user, go, close } = showDialog();
    await user.type(screen.getByRole('textbox', { name: 'Time' }), `${text}{Enter}`);
    expect(screen.getByText('This is not a time in the recording.')).toBeDefined();
    expect(go).not.toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });
});

describe('the list of keys', () => {
  test.each(['nb', 'en'] as const)('has every action of the desk in %s', async (language) => {
    await inLanguage(language);
    show(<KeyList close={() => undefined} />);
    // Each action and seven lines of keys that stay: what is not in the list would be missing here.
    expect(screen.getAllByRole('definition')).toHaveLength(actions.length + 7);
    const words = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(words.filter((text) => text?.startsWith('keys.'))).toEqual([]);
    if (language === 'en') {
      for (const action of actions) expect(words).toContain(en.keys.action[action]);
    }
  });

  test('shows no name of a key that the catalogue does not have', () => {
    show(<KeyList close={() => undefined} />);
    const names = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(names.filter((text) => text?.includes('keys.'))).toEqual([]);
  });
});
