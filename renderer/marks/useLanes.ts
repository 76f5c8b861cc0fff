import { useRef } from 'react';
import type { Mark } from '../../db/model';
import { type Lane, lanesOf } from './lanes';

/** The lanes of the marks; a lane stays the same object as long as its marks do. */
export function useLanes(marks: readonly Mark[]): readonly Lane[] {
  const lanes = useRef<readonly Lane[]>([]);
  lanes.current = lanesOf(marks, lanes.current);
  return lanes.current;
}
