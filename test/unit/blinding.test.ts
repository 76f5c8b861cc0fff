import { describe, expect, test } from 'vitest';
import { sightOf, type Viewer } from '../../db/blinding.ts';
import { type Purpose, purpose, type Rater } from '../../db/model.ts';

const viewer = (kind: Rater['kind']): Viewer => ({ id: 'me', kind });
const at = '2026-11-12T08:00:00Z';
type Own = Parameters<typeof sightOf>[1][number];
const mine = (for_: Purpose, some: Partial<Own> = {}): Own => ({
  raterId: 'me',
  purpose: for_,
  submittedAt: null,
  sawOthersAt: null,
  ...some,
});
const theirs = (for_: Purpose, some: Partial<Own> = {}) => mine(for_, { raterId: 'other', ...some });

const blindPurposes: readonly Purpose[] = ['training', 'certification'];

describe.each(['supervisor', 'expert', 'self', 'trainee'] as const)("others' ratings for a %s", (kind) => {
  test.each(purpose.options)('who rates for %s now', (for_) => {
    const hidden = kind === 'trainee' || blindPurposes.includes(for_);
    expect(sightOf(viewer(kind), [theirs('supervision'), mine(for_)], false)).toBe(
      hidden ? 'hidden' : 'covered',
    );
  });

  test.each(purpose.options)('who has submitted for %s are open', (for_) => {
    expect(sightOf(viewer(kind), [theirs('supervision'), mine(for_, { submittedAt: at })], false)).toBe(
      'open',
    );
  });

  test.each(purpose.options)('who has asked to see them while rating for %s', (for_) => {
    const hidden = kind === 'trainee' || blindPurposes.includes(for_);
    expect(sightOf(viewer(kind), [mine(for_, { sawOthersAt: at })], false)).toBe(hidden ? 'hidden' : 'open');
  });

  test('who has not rated the session', () => {
    expect(sightOf(viewer(kind), [theirs('training')], false)).toBe(kind === 'trainee' ? 'hidden' : 'open');
  });

  test.each(blindPurposes)('who amends a rating for %s are hidden again', (for_) => {
    expect(sightOf(viewer(kind), [mine(for_, { submittedAt: at }), mine(for_)], false)).toBe('hidden');
  });

  test('are hidden when one of several own ratings asks for it', () => {
    expect(sightOf(viewer(kind), [mine('supervision'), mine('certification')], false)).toBe('hidden');
  });
});

describe("others' ratings for nobody in particular", () => {
  test.each(purpose.options)('while somebody rates for %s', (for_) => {
    expect(sightOf(undefined, [theirs(for_)], false)).toBe(blindPurposes.includes(for_) ? 'hidden' : 'open');
  });

  test.each(purpose.options)('are open when the rating for %s is submitted', (for_) => {
    expect(sightOf(undefined, [theirs(for_, { submittedAt: at })], false)).toBe('open');
  });
});
