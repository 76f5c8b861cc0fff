import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { createHeld } from '../../renderer/held';
import { CommandBar } from '../../renderer/marks/CommandBar';
import { type Command, idle } from '../../renderer/marks/command';
import { usualSettings } from '../fixtures/settings';
import { show } from './surface';

type Shown = Partial<Omit<ComponentProps<typeof CommandBar>, 'command'>> & { command?: Command };

function showBar({ command = idle, ...some }: Shown = {}, settings = usualSettings) {
  const acts = { setTherapist: vi.fn(), mark: vi.fn(), toggleMissed: vi.fn() };
  const shown = show(
    <CommandBar
      command={createHeld(command)}
      therapist="first"
      seats={{ first: 'T-07 Ingrid', second: 'T-12 Jonas' }}
      {...acts}
      {...some}
    />,
    settings,
  );
  return { ...shown, ...acts };
}
const says = () => screen.getByRole('status').textContent;

describe('the bar under the time line', () => {
  test('says how to mark', () => {
    showBar();
    expect(says()).toBe('Mark now: 1–19 Enter');
    expect(screen.queryByRole('button', { name: /Mark now/ })).toBeNull();
  });

  test('names the item while its number is typed', () => {
    showBar({ command: { ...idle, digits: '12' } });
    expect(says()).toMatch(/^12\S/);
  });

  test('offers a button for what Enter does', async () => {
    const { user, mark } = showBar({ command: { ...idle, digits: '4' } });
    await user.click(screen.getByRole('button', { name: /^Mark now/ }));
    expect(mark).toHaveBeenCalledTimes(1);
  });

  test('asks for the quality of the mark just made', () => {
    showBar({ command: { ...idle, awaiting: 'mark' } });
    expect(says()).toBe('Marked. Quality 1–7 or go on Enter');
  });

  test('shows that a missed opportunity is next', async () => {
    const { user, toggleMissed } = showBar({ command: { ...idle, missed: true } });
    const missed = screen.getByRole('button', { pressed: true });
    await user.click(missed);
    expect(toggleMissed).toHaveBeenCalledTimes(1);
  });

  test('shows whose intervention it is, and takes another', async () => {
    const { user, setTherapist } = showBar({ therapist: 'second' });
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('T-12 Jonas B');
    await user.click(screen.getByRole('radio', { name: /Both/ }));
    expect(setTherapist).toHaveBeenCalledWith('both');
  });

  test.each([
    ['{ArrowRight}', 'first', 'second'],
    ['{ArrowDown}', 'both', 'first'],
    ['{ArrowLeft}', 'first', 'both'],
    ['{ArrowUp}', 'second', 'first'],
  ] as const)('takes another by %s, as in every radio group: after %s comes %s', async (key, from, to) => {
    const { user, setTherapist } = showBar({ therapist: from });
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('radio', { checked: true }));
    await user.keyboard(key);
    expect(setTherapist.mock.calls).toEqual([[to]]);
    expect(document.activeElement?.getAttribute('data-seat')).toBe(to);
  });

  test('shows the keys that a person chose, and none where there is none', () => {
    showBar({}, { ...usualSettings, keys: { both: [{ code: 'KeyP' }], missed: [] } });
    expect(screen.getByRole('radio', { name: 'Both P' })).toBeDefined();
    expect(screen.getByRole('button', { pressed: false }).textContent).toBe('Missed ');
  });

  test('has a word for a co-therapist who is not named', () => {
    showBar({ seats: { first: 'T-07', second: undefined } });
    expect(screen.getByRole('radio', { name: /Co-therapist/ })).toBeDefined();
  });

  test('leaves the focus where it was', async () => {
    const { user } = showBar();
    await user.click(screen.getByRole('radio', { name: /Both/ }));
    expect(document.activeElement).toBe(document.body);
  });
});
