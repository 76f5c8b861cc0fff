import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RatingView } from '../../preload/api';
import { SubmitDialog } from '../../renderer/finish/SubmitDialog';
import { Saving } from '../../renderer/rating/saving';
import { aRatingView, uuid } from '../fixtures/rows';
import { usualSettings } from '../fixtures/settings';
import { answerWith, inLanguage, show } from './surface';

const view = aRatingView({
  coverage: {
    stretches: [{ fromMs: 0, toMs: 67_900 }],
    watchedMs: 67_900,
    share: 0.679,
    meanRate: 1.2,
    fastShare: 0,
  },
  overall: { ratingId: uuid(100), adherence: 4, quality: 5, note: '' },
});

function open(missing: number[], some: Partial<RatingView> = {}, coverageWarning = 90) {
  const asked = answerWith({ missing: () => missing, submit: () => ({ submitted: true }) });
  const told = { close: vi.fn(), rate: vi.fn(), go: vi.fn() };
  const shown = show(<SubmitDialog view={{ ...view, ...some }} durationMs={100_000} {...told} />, {
    ...usualSettings,
    coverageWarning,
  });
  return { ...shown, ...told, submissions: () => asked.filter(({ name }) => name === 'submit') };
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const reason = (name: RegExp) => screen.findByRole('textbox', { name });

beforeEach(() => inLanguage('en'));

describe('submitting a complete rating', () => {
  test('takes one key', async () => {
    const { user, submissions, close } = open([]);
    await waitFor(async () => expect(document.activeElement).toBe(await button('Submit and lock')));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(submissions()).toEqual([{ name: 'submit', argument: { ratingId: uuid(100), gaps: [] } }]);
  });

  test('asks once, however often the key is pressed', async () => {
    const { user, submissions, close } = open([]);
    await waitFor(async () => expect(document.activeElement).toBe(await button('Submit and lock')));
    await user.keyboard('{Enter}{Enter}{Enter}');
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(submissions()).toHaveLength(1);
  });

  test('says the overall rating', async () => {
    open([]);
    expect(await screen.findByText('Overall rating: adherence 4, quality 5.')).toBeDefined();
  });
});

describe('submitting while a change is on its way to the disk', () => {
  test('waits for it', async () => {
    const asked = answerWith({ missing: () => [], submit: () => ({ submitted: true }) });
    let arrive: (() => void) | undefined;
    function Changing() {
      const [saving, setSaving] = useState(true);
      arrive = () => setSaving(false);
      const told = { close: () => undefined, rate: () => undefined, go: () => undefined };
      return (
        <Saving value={saving}>
          <SubmitDialog view={view} durationMs={100_000} {...told} />
        </Saving>
      );
    }
    const { user } = show(<Changing />);
    await waitFor(async () => expect(document.activeElement).toBe(await button('Submit and lock')));
    await user.keyboard('{Enter}');
    expect(asked.map(({ name }) => name)).not.toContain('submit');
    act(() => arrive?.());
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('submit'));
    expect(asked.filter(({ name }) => name === 'submit')).toHaveLength(1);
  });
});

describe('submitting with something missing', () => {
  test('lists it, and leads to each', async () => {
    const { user, rate } = open([7, 0]);
    expect(await screen.findByText('2 ratings are missing')).toBeDefined();
    await user.click(await button(/^7 /));
    await user.click(await button('Overall rating'));
    expect(rate.mock.calls).toEqual([[7], ['overall']]);
  });

  test('waits for a reason for each, and says how many are still needed', async () => {
    const { user, submissions } = open([7, 0]);
    expect((await button('Submit and lock')).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('2 reasons are missing.')).toBeDefined();
    await user.type(await reason(/^Reason for 7 /), 'No sound');
    expect(screen.getByText('1 reason is missing.')).toBeDefined();
    await user.type(await reason(/^Reason for Overall/), '  ');
    expect((await button('Submit and lock')).hasAttribute('disabled')).toBe(true);
    await user.type(await reason(/^Reason for Overall/), 'Half a session{Enter}');
    await waitFor(() => expect(submissions()).toHaveLength(1));
    expect(submissions()[0]?.argument).toEqual({
      ratingId: uuid(100),
      gaps: [
        { item: 7, reason: 'No sound' },
        { item: 0, reason: 'Half a session' },
      ],
    });
  });

  test('takes one reason for all, and leaves those that were given', async () => {
    const { user } = open([7, 8, 9]);
    await user.type(await reason(/^Reason for 8 /), 'Own');
    await user.click(await button('Use “Own” for all'));
    const fields = screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);
    expect(fields).toEqual(['Own', 'Own', 'Own']);
    expect(screen.queryByRole('button', { name: /for all$/ })).toBeNull();
  });

  test('begins with the reasons of the version before', async () => {
    open([7], { gaps: [{ item: 7, reason: 'As before' }] });
    expect((await reason(/^Reason for 7 /)).getAttribute('value')).toBe('As before');
    expect((await button('Submit and lock')).hasAttribute('disabled')).toBe(false);
  });
});

describe('what was watched', () => {
  test('is said gently when it is less than the limit, with the way to the rest', async () => {
    const { user, go } = open([]);
    expect(await screen.findByText(/^67 % of the recording was watched. Ratings of a part/)).toBeDefined();
    await user.click(await button('Not watched: 00:01:07–00:01:40. Go there'));
    expect(go).toHaveBeenCalledWith(67_900);
    expect((await button('Submit and lock')).hasAttribute('disabled')).toBe(false);
  });

  test.each([67, 0])('is just said when the limit is %s %', async (limit) => {
    open([], {}, limit);
    expect(await screen.findByText('67 % of the recording was watched.')).toBeDefined();
    expect(screen.queryByText(/Ratings of a part/)).toBeNull();
  });

  test('is not spoken of while the length is unknown', async () => {
    open([], { coverage: { ...view.coverage, share: undefined } });
    await button('Submit and lock');
    expect(within(screen.getByRole('dialog')).queryByText(/watched/)).toBeNull();
  });
});
