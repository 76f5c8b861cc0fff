import { useWords } from '../words/words';
import styles from './ChartCard.module.css';
import type { Cell, ChartTable } from './chartTable';

/** The numbers of a chart, in its place. */
export function ChartNumbers({ table: { head, rows }, title }: { table: ChartTable; title: string }) {
  const { t } = useWords();
  // A column is one of numbers when everything that has a value in it is one.
  const numeric = head.map((_, column) => rows.every((row) => isNumber(row[column])));
  const side = (column: number) => (numeric[column] ? 'number' : undefined);
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={`${t('chartCard.table')}: ${title}`}
      data-left-out
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone
              <th key={column} scope="col" data-kind={side(column)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name that is theirs alone
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key="name" scope="row" data-kind={side(column)}>
                    {content(cell)}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                  <td key={column} data-kind={side(column)}>
                    {content(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const content = ({ text, href }: Cell) => (href === undefined ? text : <a href={href}>{text}</a>);

/** A number, what stands for none, or a range of numbers. */
const isNumber = (cell: Cell | undefined): boolean =>
  cell === undefined || typeof cell.value === 'number' || /^[-–]?[\d.,–\s]*$/u.test(cell.text);
