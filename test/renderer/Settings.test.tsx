import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Settings } from '../../renderer/settings/Settings';
import { usualSettings } from '../fixtures/settings';
import { answerWith, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

const answer = () =>
  answerWith({
    saveSettings: ({ language, colours }) => ({
      ...usualSettings,
      ...(language && { language }),
      ...(colours && { colours }),
    }),
  });

describe('settings', () => {
  test('change the language at once, without a reload', async () => {
    const asked = answer();
    const { user } = show(<Settings version="0.1.0" />);
    await user.click(screen.getByRole('radio', { name: 'Norwegian' }));
    expect(await screen.findByRole('heading', { name: 'Innstillinger' })).toBeDefined();
    expect(asked).toEqual([{ name: 'saveSettings', argument: { language: 'nb' } }]);
    expect(document.documentElement.lang).toBe('nb');
  });

  test('change the language back', async () => {
    await inLanguage('nb');
    answer();
    const { user } = show(<Settings version="0.1.0" />, { ...usualSettings, language: 'nb' });
    await user.click(screen.getByRole('radio', { name: 'Engelsk' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
  });

  test('change the colours', async () => {
    const asked = answer();
    const { user } = show(<Settings version="0.1.0" />);
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(asked).toEqual([{ name: 'saveSettings', argument: { colours: 'dark' } }]);
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true),
    );
  });

  test('that cannot be kept say so and stay as they are', async () => {
    answerWith({});
    const { user } = show(<Settings version="0.1.0" />);
    await user.click(screen.getByRole('radio', { name: 'Norwegian' }));
    expect(await screen.findByText('Not saved')).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeDefined();
  });

  test('tell the version, and that nothing leaves the machine', () => {
    answer();
    show(<Settings version="0.1.0" />);
    expect(screen.getByText('MBT-G Rater 0.1.0')).toBeDefined();
    expect(screen.getByText(/sends nothing from this machine/)).toBeDefined();
  });
});
