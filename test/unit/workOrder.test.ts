import { expect, test } from 'vitest';
import { isNext } from '../../main/programmes/order.ts';

const work = (position: number, some: { ratingId?: string; hasRecording?: boolean } = {}) => ({
  id: String(position),
  enrolmentId: 'mine',
  kind: 'test' as const,
  attempt: 1,
  position,
  ratingId: null,
  hasRecording: true,
  ...some,
});

test('a test is begun in the order that was drawn', () => {
  const all = [work(1, { ratingId: 'begun' }), work(2), work(3)];
  expect(all.map((one) => isNext(one, all))).toEqual([true, true, false]);
});

test('a session without a recording holds nothing up', () => {
  const all = [work(1, { hasRecording: false }), work(2)];
  expect(isNext(work(2), all)).toBe(true);
});

test('another attempt, another enrolment and practice have an order of their own', () => {
  const earlier = [
    { ...work(1), attempt: 2 },
    { ...work(1), enrolmentId: 'other' },
    { ...work(1), kind: 'practice' as const, attempt: null },
  ];
  expect(isNext(work(2), earlier)).toBe(true);
  expect(isNext({ ...work(2), kind: 'practice', attempt: null }, [work(1)])).toBe(true);
});
