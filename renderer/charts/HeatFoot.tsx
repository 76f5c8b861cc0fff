import { memo } from 'react';
import { dayMonth, monthShort } from '../format';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { HeatColumn } from './heat';
import { type HeatLayout, type HeatTick, heatTicks, yearStarts } from './heatLayout';

/** Beneath the cells: when the sessions were, and how many rated each. */
export const HeatFoot = memo(function HeatFoot({
  columns,
  layout,
}: {
  columns: HeatColumn[];
  layout: HeatLayout;
}) {
  const { t, language } = useWords();
  const { labelWidth, cellWidth, bottom } = layout;
  const x = (index: number) => labelWidth + index * cellWidth;
  const ticks = heatTicks(columns, cellWidth, { day: 46, month: 46, year: 32 });
  const years = yearStarts(columns);
  const text = ({ index, kind }: HeatTick): string => {
    const column = columns[index];
    if (column === undefined) return '';
    const day = column.sessions[0]?.session.date ?? '';
    if (kind === 'day') return dayMonth(day, language);
    return kind === 'year' ? day.slice(0, 4) : monthShort(column.time, language);
  };
  const most = Math.max(...columns.map(({ mostRaters }) => mostRaters));
  const fewest = Math.min(...columns.map(({ fewestRaters }) => fewestRaters));
  const range = most === fewest ? `(${most})` : `(${fewest}–${most})`;
  const byDay = ticks[0]?.kind === 'day';
  return (
    <>
      {years.length > 0 && (
        <path
          d={years.map((index) => `M${x(index)} 0V${bottom + 4}`).join('')}
          stroke="var(--secondary)"
          strokeWidth={0.7}
        />
      )}
      {ticks.map((tick) => (
        <text
          key={tick.index}
          x={byDay ? x(tick.index + 0.5) : x(tick.index) + 2}
          y={bottom + 15}
          textAnchor={byDay ? 'middle' : 'start'}
          fontSize={11}
          className={styles.soft}
        >
          {text(tick)}
        </text>
      ))}
      {!byDay && (
        <path d={ticks.map(({ index }) => `M${x(index)} ${bottom}v6`).join('')} stroke="var(--secondary)" />
      )}
      {byDay &&
        [0, ...years].map((index) => (
          <text
            key={index}
            x={x(index + 0.5)}
            y={bottom + 28}
            textAnchor="middle"
            fontSize={11}
            className={styles.soft}
          >
            {columns[index]?.sessions[0]?.session.date.slice(0, 4)}
          </text>
        ))}
      <text x={0} y={bottom + 48} fontSize={12} className={styles.soft}>
        {[t('comparisons.heatRaters'), ...(showsRaters(columns, layout) ? [] : [range])].join(' ')}
      </text>
      <Raters columns={columns} layout={layout} />
    </>
  );
});

const showsRaters = (columns: readonly HeatColumn[], { cellWidth }: HeatLayout): boolean =>
  cellWidth >= (columns.some(({ sessions }) => sessions.length > 1) ? 26 : 14);

/** A number for each column, or where that has no room a bar for as many raters. */
function Raters({ columns, layout }: { columns: HeatColumn[]; layout: HeatLayout }) {
  const { labelWidth, cellWidth, bottom } = layout;
  const x = (index: number) => labelWidth + index * cellWidth;
  if (!showsRaters(columns, layout)) {
    const foot = bottom + 50;
    const bars = columns.map(
      ({ fewestRaters }, index) =>
        `M${x(index)} ${foot}v${-Math.min(5, fewestRaters) * 4}h${cellWidth - (cellWidth >= 5 ? 1 : 0)}V${foot}Z`,
    );
    return <path d={bars.join('')} fill="var(--faint)" />;
  }
  return columns.map(({ sessions, fewestRaters, mostRaters }, index) => (
    <text
      key={sessions[0]?.session.id}
      x={x(index + 0.5)}
      y={bottom + 48}
      textAnchor="middle"
      fontSize={11}
      className={styles.soft}
    >
      {fewestRaters === mostRaters ? fewestRaters : `${fewestRaters}–${mostRaters}`}
    </text>
  ));
}
