import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { Moment } from './moments';

type Row = {
  at: number;
  /** Where it lies in the list; undefined where the rows simply follow each other. */
  topPx: number | undefined;
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** So many rows are drawn at once; of more, only what is in sight. */
const many = 80;
const usualPx = 52;

/** @param stop the row that has or gets the focus: it is there wherever the list is scrolled to */
export function useRows(listed: readonly Moment[], stop: number, scroller: RefObject<HTMLElement | null>) {
  const inParts = listed.length > many;
  const list = useVirtualizer({
    count: listed.length,
    enabled: inParts,
    getScrollElement: () => scroller.current,
    getItemKey: (at) => listed[at]?.mark.id ?? at,
    estimateSize: () => usualPx,
    overscan: 6,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), stop])].sort((one, other) => one - other),
  });
  const show = useCallback(
    (at: number) => {
      if (inParts) list.scrollToIndex(at);
      else scroller.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [list, inParts, scroller],
  );
  const rows: readonly Row[] = inParts
    ? list
        .getVirtualItems()
        .map(({ index, start }) => ({ at: index, topPx: start, measure: list.measureElement }))
    : listed.map((_, at) => ({ at, topPx: undefined, measure: undefined }));
  return { rows, heightPx: inParts ? list.getTotalSize() : undefined, show };
}
