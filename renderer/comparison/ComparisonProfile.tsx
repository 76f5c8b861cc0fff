import { goodEnoughLevel, itemOf, levels, levelWords } from '../../db/scale';
import type { AgreementSide } from '../../preload/api';
import { points } from '../agreement/figures';
import { cut, xOf } from '../results/profileLayout';
import { useWords } from '../words/words';
import { ComparisonSigns } from './ComparisonSigns';
import { type ComparisonColumns, comparisonColumns } from './layout';
import type { ComparisonRow } from './rows';

type Props = {
  title: string;
  width: number;
  sides: readonly AgreementSide[];
  /** Of each side, by measure. */
  rows: ReadonlyMap<string, ComparisonRow>;
  /** 0 for the overall; from above. */
  measures: readonly number[];
};

const headHeight = 42;
const rowHeight = 25;
export const rowKey = (side: AgreementSide, measure: number): string => `${side} ${measure}`;

/** Every item with the own level and the standard's on the scale from 1 to 7; the overall above. */
export function ComparisonProfile({ title, width, sides, rows, measures }: Props) {
  const { language } = useWords();
  const columns = comparisonColumns(width, sides.length);
  const height = headHeight + measures.length * rowHeight + 4;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      fontSize={13}
      style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
    >
      <Axes sides={sides} columns={columns} bottom={height - 4} />
      {measures.map((measure, at) => {
        const y = headHeight + at * rowHeight + rowHeight / 2;
        return (
          <g key={measure}>
            <Name measure={measure} columns={columns} y={y} />
            {sides.map((side, place) => {
              const row = rows.get(rowKey(side, measure));
              const column = columns.sides[place];
              if (column === undefined || row === undefined) return null;
              const far = Math.abs(row.difference ?? 0) > 1;
              return (
                <g key={side}>
                  <ComparisonSigns row={row} axis={column.axis} y={y} />
                  <text
                    x={column.difference}
                    y={y + 4.5}
                    textAnchor="middle"
                    fill={far ? 'var(--ink)' : 'var(--secondary)'}
                    fontWeight={far ? 700 : 400}
                  >
                    {row.difference === undefined ? '–' : points(row.difference, language, 0)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      {measures[0] === 0 && <path d={`M0 ${headHeight + rowHeight}H${width}`} stroke="var(--line-strong)" />}
    </svg>
  );
}

function Name({ measure, columns, y }: { measure: number; columns: ComparisonColumns; y: number }) {
  const { t, language } = useWords();
  if (measure === 0)
    return (
      <text x={4} y={y + 4.5} fill="var(--ink)" fontWeight={600}>
        {t('rating.overall')}
      </text>
    );
  const { name, short } = itemOf(measure);
  return (
    <>
      <text x={columns.numberEnd} y={y + 4.5} textAnchor="end" fill="var(--secondary)" fontSize={12}>
        {measure}
      </text>
      <text x={columns.nameStart} y={y + 4.5} fill="var(--ink)">
        {cut((columns.fullNames ? name : short)[language], 13, columns.nameWidth)}
      </text>
    </>
  );
}

type AxesProps = { sides: readonly AgreementSide[]; columns: ComparisonColumns; bottom: number };

function Axes({ sides, columns, bottom }: AxesProps) {
  const { t, language } = useWords();
  return columns.sides.map(({ axis, difference }, at) => {
    const side = sides[at] ?? 'quality';
    return (
      <g key={side}>
        <text x={xOf(axis, 1) - 6} y={12} fontSize={12} fontWeight={600} fill="var(--ink)">
          {t(`rating.${side}`)}
        </text>
        {side === 'quality' && (
          <text x={xOf(axis, goodEnoughLevel)} y={12} fontSize={12} textAnchor="middle" fill="var(--accent)">
            {levelWords.quality[language][goodEnoughLevel]}
          </text>
        )}
        <text x={difference} y={headHeight - 10} fontSize={12} textAnchor="middle" fill="var(--secondary)">
          {t('comparison.difference')}
        </text>
        {levels.map((level) => {
          const line = side === 'quality' && level === goodEnoughLevel;
          return (
            <g key={level}>
              <text
                x={xOf(axis, level)}
                y={headHeight - 10}
                fontSize={12}
                textAnchor="middle"
                fontWeight={line ? 700 : 400}
                fill={line ? 'var(--accent)' : 'var(--secondary)'}
              >
                {level}
              </text>
              <path
                d={`M${xOf(axis, level)} ${headHeight - 4}V${bottom}`}
                stroke={line ? 'var(--accent)' : 'var(--line)'}
                strokeWidth={line ? 1.4 : 1}
                {...(line && { strokeDasharray: '5 4' })}
              />
            </g>
          );
        })}
      </g>
    );
  });
}
