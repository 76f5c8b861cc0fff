import { screen } from '@testing-library/react';
import { type ComponentProps, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { LevelScale } from '../../renderer/rating/LevelScale';
import { show } from './surface';

/** A scale that keeps what is set, as the sheet does. */
function Kept({ value, set, ...props }: Partial<ComponentProps<typeof LevelScale>>) {
  const [level, setLevel] = useState(value ?? null);
  return (
    <LevelScale
      label="Quality"
      value={level}
      set={(next) => {
        setLevel(next);
        set?.(next);
      }}
      {...props}
    />
  );
}

const radio = (level: number) => screen.getByRole('radio', { name: String(level) });
const chosen = () => screen.queryByRole('radio', { checked: true })?.textContent ?? null;

describe('a scale of seven levels', () => {
  test('is one radio group with a name', () => {
    show(<Kept />);
    expect(screen.getByRole('radiogroup', { name: 'Quality' })).toBeDefined();
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([...'1234567']);
    expect(chosen()).toBeNull();
  });

  test('is one stop of the Tab key: at its level, or at its start', async () => {
    const { user, unmount } = show(<Kept />);
    await user.tab();
    expect(document.activeElement).toBe(radio(1));
    await user.tab();
    expect(document.activeElement).toBe(document.body);
    unmount();
    const again = show(<Kept value={5} />);
    await again.user.tab();
    expect(document.activeElement).toBe(radio(5));
  });

  test.each([1, 4, 7])('is set to %d by that digit', async (level) => {
    const { user } = show(<Kept />);
    await user.tab();
    await user.keyboard(String(level));
    expect(chosen()).toBe(String(level));
  });

  test('does not know 8 and 9', async () => {
    const set = vi.fn();
    const { user } = show(<Kept set={set} />);
    await user.tab();
    await user.keyboard('89');
    expect(set).not.toHaveBeenCalled();
  });

  test('starts at 4 with the first arrow, then goes by one, and stops at its ends', async () => {
    const { user } = show(<Kept />);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(chosen()).toBe('4');
    await user.keyboard('{ArrowRight}');
    expect(chosen()).toBe('5');
    expect(document.activeElement).toBe(radio(5));
    await user.keyboard('{ArrowRight>5/}');
    expect(chosen()).toBe('7');
    await user.keyboard('{ArrowLeft>9/}');
    expect(chosen()).toBe('1');
  });

  test.each(['Backspace', 'Delete'])('is cleared by %s', async (key) => {
    const { user } = show(<Kept value={5} />);
    await user.tab();
    await user.keyboard(`{${key}}`);
    expect(chosen()).toBeNull();
  });

  test('is set by a click, and cleared by another one on the same level', async () => {
    const { user } = show(<Kept />);
    await user.click(radio(3));
    expect(chosen()).toBe('3');
    await user.click(radio(3));
    expect(chosen()).toBeNull();
  });

  test.each([
    ['Enter', 'next'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['0', 'none'],
  ])('leads on by %s: %s', async (key, where) => {
    const [go, set] = [vi.fn(), vi.fn()];
    const { user } = show(<Kept go={go} set={set} value={5} />);
    await user.tab();
    await user.keyboard(key.length === 1 ? key : `{${key}}`);
    expect(go.mock.calls).toEqual([[where]]);
    expect(set).not.toHaveBeenCalled();
  });

  test('leaves chords to others', async () => {
    const [go, set] = [vi.fn(), vi.fn()];
    const { user } = show(<Kept go={go} set={set} value={5} />);
    await user.tab();
    await user.keyboard('{Control>}{ArrowRight}4{Backspace}{/Control}{Alt>}{ArrowLeft}{/Alt}');
    expect(go).not.toHaveBeenCalled();
    expect(set).not.toHaveBeenCalled();
  });

  test('keeps its keys from the desk', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { user } = show(<Kept go={() => undefined} />);
    await user.tab();
    heard.mockClear();
    await user.keyboard('5{ArrowLeft}{Enter}');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('colours the chosen level of quality, and only that', () => {
    const { container } = show(<Kept quality value={6} />);
    const coloured = [...container.querySelectorAll('[data-quality]')];
    expect(coloured.map((level) => level.getAttribute('data-quality'))).toEqual(['6']);
  });

  test('says at each level what it means', () => {
    show(<Kept hint={(level) => (level === 4 ? 'good enough' : undefined)} />);
    expect(radio(4).title).toBe('good enough');
    expect(radio(5).title).toBe('');
  });
});
