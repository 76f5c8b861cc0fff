/** The cells of the heat map, items by sessions: pure, from the ratings of a subject's sessions. */
import type { ProgressSession, SubjectProgress } from '../../db/progress';
import { inTime } from './inTime';
import { mean, type Point, pointsOf, type Side } from './series';

type HeatState = 'rated' | 'noOccasion' | 'selfOnly' | 'notRated';

/** What one session says of one measure. */
export type HeatCell = Pick<Point, 'raters' | 'mean' | 'lowest' | 'highest' | 'self' | 'noOccasion'> & {
  state: HeatState;
};

/** One session that somebody rated. */
export type HeatSession = {
  session: ProgressSession;
  /** Milliseconds since 1970 of the session's day, UTC. */
  time: number;
  /** How many raters rated it; the therapists themselves are not among them. */
  raters: number;
  /** 20 of them: the overall first, then the items by number. */
  cells: HeatCell[];
};

/** One session, or several in a row where there is no room for each. */
export type HeatColumn = {
  /** In order of time; at least one. */
  sessions: HeatSession[];
  time: number;
  fewestRaters: number;
  mostRaters: number;
  cells: HeatCell[];
};

const measures = Array.from({ length: 20 }, (_, measure) => measure);

/** Every session with a rating, in order of time; each cell is the mean of its raters, as in `pointsOf`. */
export function heatOf(progress: Pick<SubjectProgress, 'sessions' | 'ratings'>, side: Side): HeatSession[] {
  const raters = new Map(
    [...Map.groupBy(progress.ratings, ({ sessionId }) => sessionId)].map(([sessionId, ratings]) => [
      sessionId,
      new Set(ratings.filter(({ purpose }) => purpose !== 'selfRating').map(({ raterId }) => raterId)).size,
    ]),
  );
  const found = new Map<string, HeatSession>();
  for (const measure of measures) {
    for (const point of pointsOf(progress, measure, side)) {
      const { session, time } = point;
      const column = found.get(session.id) ?? {
        session,
        time,
        raters: raters.get(session.id) ?? 0,
        cells: measures.map(() => emptyCell),
      };
      column.cells[measure] = cellOf(point);
      found.set(session.id, column);
    }
  }
  return inTime([...found.values()]);
}

const emptyCell: HeatCell = {
  raters: [],
  mean: null,
  lowest: null,
  highest: null,
  self: [],
  noOccasion: 0,
  state: 'notRated',
};

function cellOf({ raters, mean, lowest, highest, self, noOccasion }: Point): HeatCell {
  const seen = { raters, mean, lowest, highest, self, noOccasion };
  return { ...seen, state: stateOf(seen) };
}

function stateOf({ mean, noOccasion, self }: Pick<HeatCell, 'mean' | 'noOccasion' | 'self'>): HeatState {
  if (mean !== null) return 'rated';
  if (noOccasion > 0) return 'noOccasion';
  return self.length > 0 ? 'selfOnly' : 'notRated';
}

/**
 * As many columns as there is room for: each session its own, or the same number of sessions in a row (the last
 * column may have fewer). Such a column's cell is the mean of its sessions' means, each session counted once, with
 * the lowest and highest rating of any of them: nothing is dropped.
 * @param most at least 1
 */
export function columnsOf(sessions: readonly HeatSession[], most: number): HeatColumn[] {
  const each = Math.max(1, Math.ceil(sessions.length / Math.max(1, most)));
  return Array.from({ length: Math.ceil(sessions.length / each) }, (_, index) =>
    columnOf(sessions.slice(index * each, (index + 1) * each)),
  );
}

function columnOf(sessions: HeatSession[]): HeatColumn {
  const raters = sessions.map((one) => one.raters);
  return {
    sessions,
    time: sessions[0]?.time ?? 0,
    fewestRaters: Math.min(...raters),
    mostRaters: Math.max(...raters),
    cells: measures.map((measure) => joined(sessions.map(({ cells }) => cells[measure] ?? emptyCell))),
  };
}

function joined(cells: readonly HeatCell[]): HeatCell {
  const [only] = cells;
  if (only !== undefined && cells.length === 1) return only;
  const of = (pick: (cell: HeatCell) => number | null) => cells.map(pick).filter((level) => level !== null);
  const [lowest, highest] = [of((cell) => cell.lowest), of((cell) => cell.highest)];
  const seen = {
    raters: cells.flatMap(({ raters }) => raters),
    mean: mean(of((cell) => cell.mean)),
    lowest: lowest.length === 0 ? null : Math.min(...lowest),
    highest: highest.length === 0 ? null : Math.max(...highest),
    self: cells.flatMap(({ self }) => self),
    noOccasion: cells.reduce((sum, { noOccasion }) => sum + noOccasion, 0),
  };
  return { ...seen, state: stateOf(seen) };
}
