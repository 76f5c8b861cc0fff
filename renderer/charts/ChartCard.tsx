import { type ReactNode, useId, useRef, useState } from 'react';
import { ChartActions } from './ChartActions';
import styles from './ChartCard.module.css';
import { ChartNumbers } from './ChartNumbers';
import type { ChartTable } from './chartTable';

type Props = {
  /** What the chart shows. */
  title: string;
  /** One sentence on how to read it. */
  how: string;
  /** What can be done with it on screen: pictures of the chart leave it out. */
  onScreen?: string;
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
export function ChartCard({ title, how, onScreen, fileName, table, choices, legend, children }: Props) {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const isChart = shown === 'chart';
  return (
    <section className="card" aria-labelledby={id} data-chart={fileName}>
      <div ref={sheet} className={styles.sheet} data-shown={shown}>
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          <div className={styles.side} data-left-out>
            {choices}
            {table.rows.length > 0 && (
              <ChartActions
                chart={{ title, fileName, table }}
                sheet={sheet}
                shown={shown}
                show={(next) => setShown(next)}
              />
            )}
          </div>
        </header>
        {/* The table lies over the chart, which keeps its place: nothing around them moves. */}
        <div className={styles.body}>
          <div className={styles.drawing} inert={!isChart}>
            <p className={styles.how}>
              {how} {onScreen !== undefined && <span data-left-out>{onScreen}</span>}
            </p>
            {children}
            {legend}
          </div>
          {!isChart && <ChartNumbers table={table} title={title} />}
        </div>
      </div>
    </section>
  );
}
