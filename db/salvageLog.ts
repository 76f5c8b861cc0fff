/** What the log of changes says is there: the state in which each noun was last left. */
import type { Noun, Programme } from './model.ts';
import type { Db } from './open.ts';
import { rowOf } from './programmeRow.ts';
import type { Table } from './salvageTables.ts';

type Fields = Readonly<Record<string, unknown>>;
/** `each`: every change tells of rows of its own, not the last one of all. */
type Source = { noun: Noun; of?: (after: unknown) => unknown[]; each?: true };

/** Nouns whose fields are the columns of a table, and lists of such. */
const sources: Readonly<Record<string, Source>> = {
  group: { noun: 'group' },
  therapist: { noun: 'therapist' },
  session: { noun: 'session' },
  session_therapist: { noun: 'session', of: leaders },
  phase: { noun: 'phase', of: (after) => (Array.isArray(after) ? after : []) },
  recording: { noun: 'recording' },
  rater: { noun: 'rater' },
  rating: { noun: 'rating' },
  mark: { noun: 'mark' },
  score: { noun: 'score' },
  overall: { noun: 'overall' },
  event: { noun: 'event' },
  programme: { noun: 'programme', of: programmeRows },
  programme_session: { noun: 'programmeSession' },
  enrolment: { noun: 'enrolment' },
  assignment: { noun: 'assignment', of: assigned, each: true },
};

// SQLite takes `after` from the row that has the highest id. Where an earlier name was forgotten, that row counts what
// was erased; that of a deletion, which says so in `before`, is the end.
const selectLast = `select after, max(id) from change where noun = ? and (erases is null or after is null)
  group by noun_id order by max(id)`;
const selectEach = `select after from change where noun = ? and erases is null order by id`;

/**
 * Rows as the log left them; of what the table still has, too. Nothing for tables the log does not tell of.
 * @param made has the log already
 */
export function* logged(made: Db, table: Table): Generator<unknown[]> {
  const source = sources[table.name];
  if (source === undefined) return;
  const usual = usualOf(made, table);
  const ends = made
    .prepare<[Noun], { after: string | null }>(source.each ? selectEach : selectLast)
    .all(source.noun);
  for (const { after } of ends) {
    if (after === null) continue;
    const found: unknown = JSON.parse(after);
    for (const fields of source.of?.(found) ?? [found]) {
      if (isFields(fields)) yield table.columns.map((column) => valueIn(fields, column, usual));
    }
  }
}

/** Columns that have a value of their own where none is given. */
function usualOf(made: Db, { name }: Table): ReadonlyMap<string, unknown> {
  const columns = made
    .prepare<[string], { name: string; usual: string | null }>(
      'select name, dflt_value as usual from pragma_table_info(?)',
    )
    .all(name);
  return new Map(columns.map((column) => [column.name, column.usual === null ? null : Number(column.usual)]));
}

function valueIn(fields: Fields, column: string, usual: ReadonlyMap<string, unknown>): unknown {
  const value = fields[column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (value === undefined) return usual.get(column) ?? null;
  return typeof value === 'boolean' ? Number(value) : value;
}

function leaders(session: unknown): Fields[] {
  if (!isFields(session)) return [];
  const led = [
    { sessionId: session.id, position: 'first', therapistId: session.firstTherapistId },
    { sessionId: session.id, position: 'second', therapistId: session.secondTherapistId },
  ];
  return led.filter(({ therapistId }) => typeof therapistId === 'string');
}

function programmeRows(programme: unknown): Fields[] {
  if (!isFields(programme) || !isFields(programme.rules)) return [];
  // As the log has it: `programmes.ts` put it there.
  return [rowOf(programme as Programme)];
}

function assigned(after: unknown): unknown[] {
  return isFields(after) && Array.isArray(after.assignments) ? after.assignments : [];
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
