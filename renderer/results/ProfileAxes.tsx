import { goodEnoughLevel, levels, levelWords } from '../../db/scale';
import { useWords } from '../words/words';
import { type Columns, xOf } from './profileLayout';

type Props = { columns: Columns; top: number; bottom: number };

/** The two scales with their levels, whole from 1 to 7, and the line at good enough through all rows. */
export function ProfileAxes({ columns, top, bottom }: Props) {
  const { t, language } = useWords();
  const goodEnough = xOf(columns.quality, goodEnoughLevel);
  return (
    <g>
      {(['quality', 'adherence'] as const).map((side) => (
        <g key={side}>
          <text x={xOf(columns[side], 1) - 6} y={12} fontSize={12} fontWeight={600} fill="var(--ink)">
            {t(`rating.${side}`)}
          </text>
          {levels.map((level) => {
            const line = side === 'quality' && level === goodEnoughLevel;
            return (
              <g key={level}>
                <text
                  x={xOf(columns[side], level)}
                  y={top - 10}
                  fontSize={12}
                  textAnchor="middle"
                  fontWeight={line ? 700 : 400}
                  fill={line ? 'var(--accent)' : 'var(--secondary)'}
                >
                  {level}
                </text>
                <path
                  d={`M${xOf(columns[side], level)} ${top - 4}V${bottom}`}
                  stroke={line ? 'var(--accent)' : 'var(--line)'}
                  strokeWidth={line ? 1.4 : 1}
                  {...(line && { strokeDasharray: '5 4' })}
                />
              </g>
            );
          })}
        </g>
      ))}
      <text x={goodEnough} y={12} fontSize={12} textAnchor="middle" fill="var(--accent)">
        {levelWords.quality[language][goodEnoughLevel]}
      </text>
      {columns.difference !== undefined && (
        <text x={columns.difference} y={top - 10} fontSize={12} textAnchor="middle" fill="var(--secondary)">
          {t('results.difference')}
        </text>
      )}
    </g>
  );
}
