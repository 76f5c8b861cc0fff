import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../preload/api';
import { PrintButtons } from '../../renderer/player/PrintButtons';
import { Keys } from '../../renderer/settings/Keys';
import { usualSettings } from '../fixtures/settings';
import { answerWith, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

/** The keys with a main process that keeps what it is given. */
function showKeys(keys: Settings['keys'] = {}) {
  const asked = answerWith({
    saveSettings: (some) => ({ ...usualSettings, keys: some.keys ?? {} }),
  });
  const shown = show(<Keys />, { ...usualSettings, keys });
  const kept = () => asked.map(({ argument }) => argument);
  return { ...shown, kept };
}
const chip = (name: string) => screen.findByRole('button', { name });
/** Function keys, which the invented keyboard of the tests does not have. */
const press = (code: string) => fireEvent.keyDown(document.activeElement ?? document, { code, key: code });
const field = (action: string) => screen.getByRole('textbox', { name: `Press the new key for ${action}` });

describe('the keys in the settings', () => {
  test('take a new one, and have the focus there afterwards', async () => {
    const { user, kept } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    expect(document.activeElement).toBe(field('note on the mark'));
    press('F9');
    const changed = await chip('Change F9 for note on the mark');
    expect(kept()).toEqual([{ keys: { note: [{ code: 'F9' }] } }]);
    expect(document.activeElement).toBe(changed);
    expect(screen.getByText('1 changed')).toBeDefined();
    expect(screen.getByText('note on the mark: F9.')).toBeDefined();
  });

  test('take a second one', async () => {
    const { user, kept } = showKeys();
    await user.click(await chip('Add a key for note on the mark'));
    press('F9');
    await chip('Change F9 for note on the mark');
    expect(kept()).toEqual([{ keys: { note: [{ code: 'KeyN' }, { code: 'F9' }] } }]);
  });

  test('have room for three', async () => {
    const { user } = showKeys({ note: [{ code: 'F7' }, { code: 'F8' }, { code: 'F9' }] });
    await user.click(await chip('Add a key for note on the mark'));
    expect(screen.queryByRole('textbox', { name: /Press the new key/ })).toBeNull();
  });

  test('ask before they take one from another action', async () => {
    const { user, kept } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    await user.keyboard('m');
    expect(screen.getByText('M is the key for “missed opportunity”.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Keep as it is' }));
    expect(kept()).toEqual([]);
    await user.click(await chip('Change N for note on the mark'));
    await user.keyboard('m');
    await user.click(screen.getByRole('button', { name: 'Take it from there' }));
    await chip('Change M for note on the mark');
    expect(kept()).toEqual([{ keys: { note: [{ code: 'KeyM' }], missed: [] } }]);
  });

  test.each([
    ['{Enter}', 'Enter has a fixed task. Choose another key.'],
    ['4', '4 types numbers and levels. Choose another key.'],
    ['{Control>}c{/Control}', 'Ctrl+C belongs to text: copy, paste, cut, select all. Choose another key.'],
  ])('say why %s stays what it is', async (typed, reason) => {
    const { user, kept } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    await user.keyboard(typed);
    expect(screen.getByText(reason)).toBeDefined();
    expect(kept()).toEqual([]);
  });

  test('say that the question mark stays what it is, wherever it is printed', async () => {
    const { user } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    fireEvent.keyDown(field('note on the mark'), { code: 'Minus', key: '?', shiftKey: true });
    expect(screen.getByText('The question mark always shows the keys. Choose another key.')).toBeDefined();
  });

  test('go back without a change by Escape', async () => {
    const { user, kept } = showKeys();
    const note = await chip('Change N for note on the mark');
    await user.click(note);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /Press the new key/ })).toBeNull();
    expect(document.activeElement).toBe(note);
    expect(kept()).toEqual([]);
  });

  test('let one be removed, and say that none is left', async () => {
    const { user, kept } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    await user.click(screen.getByRole('button', { name: 'Remove N' }));
    await waitFor(() => expect(kept()).toEqual([{ keys: { note: [] } }]));
    expect(await screen.findByText('note on the mark: no key.')).toBeDefined();
  });

  test('reset one, asking when another action has its key by now', async () => {
    const { user, kept } = showKeys({ note: [{ code: 'KeyM' }], missed: [] });
    await user.click(await chip('Reset the key for missed opportunity'));
    await user.click(screen.getByRole('button', { name: 'Take it from there' }));
    await chip('Change M for missed opportunity');
    expect(kept()).toEqual([{ keys: { note: [] } }]);
    await user.click(await chip('Reset the key for note on the mark'));
    await waitFor(() => expect(kept().at(-1)).toEqual({ keys: {} }));
  });

  test('reset all after asking', async () => {
    const { user, kept } = showKeys({ note: [{ code: 'F9' }] });
    await user.click(await chip('Reset all keys'));
    const dialog = screen.getByRole('dialog', { name: 'Reset all keys?' });
    await user.click(within(dialog).getByRole('button', { name: 'Reset all keys' }));
    await chip('Change N for note on the mark');
    expect(kept()).toEqual([{ keys: {} }]);
  });

  test('are changed one after the other, each on top of the one before', async () => {
    const { user, kept } = showKeys();
    await user.click(await chip('Change N for note on the mark'));
    press('F8');
    await user.click(await chip('Change R for open the item for rating (number first, if you like)'));
    press('F9');
    await waitFor(() =>
      expect(kept().at(-1)).toEqual({ keys: { note: [{ code: 'F8' }], rateItem: [{ code: 'F9' }] } }),
    );
  });

  test('are found by action and by key', async () => {
    const { user } = showKeys();
    const search = screen.getByRole('textbox', { name: 'Search by action or key' });
    await user.type(search, 'UNDO');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.clear(search);
    await user.type(search, 'ctrl+g');
    expect(screen.getByRole('listitem').textContent).toContain('go to time');
    await user.type(search, 'nothing like this');
    expect(screen.getByText('No key matches the search.')).toBeDefined();
  });

  test('say which action has a key that two wanted', () => {
    showKeys({ undo: [{ code: 'KeyM' }] });
    expect(
      screen.getByText('M was wanted by several actions. It works for “undo”, not for “missed opportunity”.'),
    ).toBeDefined();
  });
});

describe('printing', () => {
  test.each([
    ['noPrinter', 'No printer was found. Save it as a PDF instead.'],
    ['printed', 'Sent to the printer.'],
    ['notPrinted', 'Nothing was printed.'],
  ] as const)('says what came of it: %s', async (result, words) => {
    answerWith({ print: () => result });
    const { user } = show(<PrintButtons name="Keys" />);
    await user.click(screen.getByRole('button', { name: 'Print …' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(words));
  });

  test('says nothing when nobody chose a place for the PDF', async () => {
    const asked = answerWith({ savePdf: () => 'cancelled' });
    const { user } = show(<PrintButtons name="Keys" />);
    await user.click(screen.getByRole('button', { name: 'Save as PDF …' }));
    expect(asked).toEqual([{ name: 'savePdf', argument: { name: 'Keys' } }]);
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
