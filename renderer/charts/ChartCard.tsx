import { type ReactNode, useId } from 'react';
import type { ChartTable } from './chartTable';
import styles from './Progress.module.css';

type Props = {
  /** What the chart shows. */
  title: string;
  /** One sentence on how to read it. */
  how: string;
  /** Proposed when the chart is saved, without the ending. */
  fileName: string;
  table: ChartTable;
  /** The signs of the chart, explained. */
  legend?: ReactNode;
  /** What is chosen for this chart alone, on the right of the title. */
  choices?: ReactNode;
  /** The drawing: one `svg`, whoever draws it. */
  children: ReactNode;
};

/** A chart with its title, how to read it, its table, and the ways to take it along. */
export function ChartCard({ title, how, choices, legend, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.how}>{how}</p>
      {choices}
      {children}
      {legend}
    </section>
  );
}
