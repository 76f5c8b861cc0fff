/** The order in which a test is rated: pure. */
import type { Work } from '../../db/assignments.ts';

type Ordered = Pick<Work, 'id' | 'enrolmentId' | 'kind' | 'attempt' | 'position' | 'ratingId'>;

/**
 * Whether work may be begun now. A test is rated in the order that was drawn: its earlier sessions are begun before.
 * One without a recording holds nothing up, and practice and checks keep to no order.
 * @param all work of the same rater
 */
export const isNext = (work: Ordered, all: readonly (Ordered & { hasRecording: boolean })[]): boolean =>
  work.kind !== 'test' ||
  work.ratingId !== null ||
  !all.some(
    (one) =>
      one.enrolmentId === work.enrolmentId &&
      one.attempt === work.attempt &&
      one.position < work.position &&
      one.ratingId === null &&
      one.hasRecording,
  );
