/** The sessions that are sought, a page at a time, as one scrolls. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { SessionPage, SessionRow, SoughtSessions } from '../../db/library';
import { ask } from '../ask';

const pageSize = 50;

export type Found = SessionPage & { sought: SoughtSessions };

const page = (sought: SoughtSessions, number: number) => ({
  queryKey: ['sessions', sought, number],
  queryFn: async (): Promise<Found> => ({
    sought,
    ...(await ask('sessions', { ...sought, from: number * pageSize, count: pageSize })),
  }),
});

/** The first page; that of what was sought before, until the new one is there: nothing empties while one types. */
export const useFound = (sought: SoughtSessions): Found | undefined =>
  useQuery({ ...page(sought, 0), placeholderData: keepPreviousData }).data;

/** Reads the pages that these rows lie on; a row is undefined until its page is there. */
export function useRows(sought: SoughtSessions, indices: readonly number[]) {
  const pages = [...new Set(indices.map((index) => Math.floor(index / pageSize)))];
  // What was read a moment ago, such as the first page, is not read again.
  const answers = useQueries({
    queries: pages.map((number) => ({ ...page(sought, number), staleTime: 1000 })),
  });
  const rows = new Map(pages.map((number, at) => [number, answers[at]?.data?.rows]));
  return (index: number): SessionRow | undefined =>
    rows.get(Math.floor(index / pageSize))?.[index % pageSize];
}
