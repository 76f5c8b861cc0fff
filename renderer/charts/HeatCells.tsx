import { memo } from 'react';
import { goodEnoughLevel, levels } from '../../db/scale';
import { number } from '../format';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import { qualityColour } from './dots';
import type { HeatCell, HeatColumn } from './heat';
import type { HeatLayout } from './heatLayout';

type Props = { columns: HeatColumn[]; layout: HeatLayout; hatch: string };
type Row = { columns: HeatColumn[]; layout: HeatLayout; measure: number; hatch: string };

/** The cells themselves; drawn again only when they change, not with what is pointed at. */
export const HeatCells = memo(function HeatCells({ columns, layout, hatch }: Props) {
  return layout.tops.map((top, measure) => {
    const row = { columns, layout, measure, hatch };
    // The rows are the measures, always all of them in their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: as said above
    return <g key={measure}>{layout.numbers ? <NumberRow {...row} /> : <BarRow {...row} top={top} />}</g>;
  });
});

function NumberRow({ columns, layout, measure, hatch }: Row) {
  return columns.map((column, index) => {
    const cell = column.cells[measure];
    const [first] = column.sessions;
    if (cell === undefined || first === undefined || cell.state === 'notRated') return null;
    const x = layout.labelWidth + index * layout.cellWidth;
    return (
      <NumberCell
        key={first.session.id}
        cell={cell}
        x={x}
        y={layout.tops[measure] ?? 0}
        layout={layout}
        hatch={hatch}
      />
    );
  });
}

type One = { cell: HeatCell; x: number; y: number; layout: HeatLayout; hatch: string };

function NumberCell({ cell, x, y, layout: { cellWidth, rowHeight }, hatch }: One) {
  const { t, language } = useWords();
  const text = {
    x: x + cellWidth / 2,
    y: y + rowHeight / 2,
    dy: '0.35em',
    textAnchor: 'middle',
    fontSize: 12,
  } as const;
  const box = { x: x + 1, y: y + 1, width: cellWidth - 2, height: rowHeight - 2, rx: 3 };
  if (cell.state === 'selfOnly')
    return <path d={triangle(text.x, text.y)} fill="none" stroke="var(--secondary)" />;
  if (cell.mean === null) {
    return (
      <>
        <rect {...box} fill={`url(#${hatch})`} />
        <text {...text} fontSize={11} className={styles.onHatch}>
          {t('rating.noOccasionShort')}
        </text>
      </>
    );
  }
  return (
    <>
      <rect {...box} fill={qualityColour(cell.mean)} />
      <text {...text} fill={`var(--on-q${Math.floor(cell.mean)})`} className={styles.figure}>
        {number(cell.mean, language)}
      </text>
    </>
  );
}

const triangle = (x: number, y: number): string => `M${x} ${y - 5} ${x + 5} ${y + 4}H${x - 5}Z`;

/** Without room for numbers the height of a bar tells the level; one path for each colour of a row. */
function BarRow({ columns, layout, measure, top, hatch }: Row & { top: number }) {
  const { labelWidth, cellWidth, rowHeight } = layout;
  const foot = top + rowHeight - 1;
  const full = rowHeight - 3;
  const gap = cellWidth >= 5 ? 1 : 0;
  const x = (index: number) => labelWidth + index * cellWidth;
  const box = (index: number, height: number) =>
    `M${cut(x(index))} ${foot}v${cut(-height)}h${cut(cellWidth - gap)}v${cut(height)}Z`;
  const path = (drawn: (cell: HeatCell, index: number) => string | undefined) =>
    columns.flatMap(({ cells }, index) => (cells[measure] && drawn(cells[measure], index)) ?? []).join('');
  const height = (level: number) => (full * level) / 7;
  const none = path((cell, index) => (cell.state === 'noOccasion' ? box(index, full) : undefined));
  const own = path(({ state }, index) =>
    state === 'selfOnly' ? `M${cut(x(index) + cellWidth / 2)} ${foot}v-3` : undefined,
  );
  const joined = columns.some(({ sessions }) => sessions.length > 1);
  const range = path(({ lowest, highest }, index) =>
    joined && lowest !== null && highest !== null && highest > lowest
      ? `M${cut(x(index) + (cellWidth - gap) / 2)} ${cut(foot - height(lowest))}V${cut(foot - height(highest))}`
      : undefined,
  );
  const right = x(columns.length);
  return (
    <>
      <path d={`M${labelWidth} ${foot + 0.5}H${right}`} stroke="var(--line)" />
      {none !== '' && <path d={none} fill={`url(#${hatch})`} />}
      {levels.map((level) => {
        const bars = path(({ mean }, index) =>
          mean !== null && Math.floor(mean) === level ? box(index, height(mean)) : undefined,
        );
        return bars === '' ? null : <path key={level} d={bars} fill={qualityColour(level)} />;
      })}
      {own !== '' && <path d={own} stroke="var(--secondary)" />}
      {range !== '' && <path d={range} stroke="var(--ink)" strokeWidth={0.8} strokeOpacity={0.65} />}
      <path
        d={`M${labelWidth} ${cut(foot - height(goodEnoughLevel))}H${right}`}
        stroke="var(--accent)"
        strokeWidth={0.8}
        strokeDasharray="3 3"
      />
    </>
  );
}

/** A tenth of a pixel is enough, and keeps the drawing small as a file. */
const cut = (length: number): number => Math.round(length * 10) / 10;
