/** The tables of a record, as the record itself describes them. */
import type { Db } from './open.ts';

type Reference = { column: string; parent: string; parentColumn: string; nullable: boolean };

export type Table = {
  name: string;
  columns: readonly string[];
  withoutRowid: boolean;
  /** The first column of the primary key. */
  leading: string | undefined;
  references: readonly Reference[];
};

type Listed = { name: string; wr: number };
type Column = { name: string; notnull: number; pk: number };
type ForeignKey = { from: string; table: string; to: string | null };

/** In an order in which nothing comes before what it refers to; the log first, which refers to nothing by a key. */
export function tablesOf(db: Db): Table[] {
  const listed = db
    .prepare<[], Listed>(
      `select name, wr from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all();
  const columnsOf = db.prepare<[string], Column>('select name, "notnull", pk from pragma_table_info(?)');
  const keysOf = db.prepare<[string], ForeignKey>(
    'select "from", "table", "to" from pragma_foreign_key_list(?)',
  );
  const tables = listed.map(({ name, wr }): Table => {
    const columns = columnsOf.all(name);
    const must = new Set(columns.filter(({ notnull, pk }) => notnull === 1 || pk > 0).map((one) => one.name));
    return {
      name,
      columns: columns.map((column) => column.name),
      withoutRowid: wr === 1,
      leading: columns.find(({ pk }) => pk === 1)?.name,
      references: keysOf.all(name).map(({ from, table, to }) => ({
        column: from,
        parent: table,
        parentColumn: to ?? 'id',
        nullable: !must.has(from),
      })),
    };
  });
  return inOrder(tables);
}

function inOrder(tables: readonly Table[]): Table[] {
  const ordered = tables.filter(({ name }) => name === 'change');
  const waiting = new Set(tables.filter(({ name }) => name !== 'change'));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ name, references }) =>
      references.every(
        ({ parent }) => parent === name || ![...waiting].some((other) => other.name === parent),
      ),
    );
    // A circle of references would have no order; our migrations make none.
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of ready) {
      waiting.delete(table);
      ordered.push(table);
    }
  }
  return ordered;
}
