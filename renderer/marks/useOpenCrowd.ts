import { useCallback, useRef } from 'react';
import type { Mark } from '../../db/model';
import type { Crowd } from './crowds';
import type { Zooming } from './useZoom';

/** A press on a crowd comes closer; where closer is impossible it goes through the crowd's marks one by one. */
export function useOpenCrowd(
  select: (mark: Mark) => void,
  zoomTo: Zooming['zoomTo'],
  closest: boolean,
): (crowd: Crowd) => void {
  const latest = useRef({ select, closest });
  latest.current = { select, closest };
  const last = useRef<string>(undefined);
  return useCallback(
    ({ marks }) => {
      const [first, ...others] = marks;
      if (first === undefined) return;
      if (!latest.current.closest) {
        zoomTo(first.atMs, others.at(-1)?.atMs ?? first.atMs);
        return;
      }
      const at = marks.findIndex(({ id }) => id === last.current);
      const next = marks[at + 1] ?? first;
      last.current = next.id;
      latest.current.select(next);
    },
    [zoomTo],
  );
}
