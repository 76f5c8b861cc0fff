import { type Axis, roomFor, textWidth, xOf } from '../results/profileLayout';
import { signPath } from '../results/signs';
import { useWords } from '../words/words';
import type { ComparisonRow } from './rows';

/** What is said on the row itself. */
const fontSize = 11.5;

/** The own level as a filled dot, the standard as an open diamond, and the way between them. */
export function ComparisonSigns({ row, axis, y }: { row: ComparisonRow; axis: Axis; y: number }) {
  const { t } = useWords();
  const { own, standard, side, difference } = row;
  const taken = [own, standard].filter((level) => level !== null);
  const placed = wordsOf()
    .map((words) => ({ words, ...roomFor(axis, taken, textWidth(words, fontSize)) }))
    .find(({ fits }, at, all) => fits || at === all.length - 1);
  const far = Math.abs(difference ?? 0) > 1;
  return (
    <g data-measure={row.measure} data-kind={row.kind}>
      {own !== null && standard !== null && own !== standard && (
        <path
          d={`M${xOf(axis, own)} ${y}H${xOf(axis, standard)}`}
          stroke={far ? 'var(--secondary)' : 'var(--line-strong)'}
          strokeWidth={far ? 4 : 2}
        />
      )}
      {placed !== undefined && (
        <text
          x={placed.middle}
          y={y + 4}
          textAnchor="middle"
          fontSize={fontSize}
          fill="var(--secondary)"
          stroke="var(--card)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {placed.words}
        </text>
      )}
      {standard !== null && (
        <g transform={`translate(${xOf(axis, standard)} ${y})`}>
          <StandardSign />
        </g>
      )}
      {own !== null && (
        <g transform={`translate(${xOf(axis, own)} ${y})`}>
          <OwnSign quality={side === 'quality' ? own : undefined} />
        </g>
      )}
    </g>
  );

  /** What the levels do not say; shorter where there is no room. */
  function wordsOf(): string[] {
    switch (row.kind) {
      case 'neither':
        return [t('results.noOccasion')];
      case 'occasion':
        return row.ownNoOccasion
          ? [t('comparison.ownNone'), t('comparison.ownNoneShort')]
          : [t('comparison.standardNone'), t('comparison.standardNoneShort')];
      case 'leftOut':
        return [t('comparison.leftOutHere')];
      case 'undecided':
        return [t('comparison.undecidedHere')];
      case 'away':
      case 'near':
        return [];
      default:
        return row.kind satisfies never;
    }
  }
}

/** Around 0, 0 of its drawing. Smaller than the diamond, so that both are seen where they stand at one level. */
export function OwnSign({ quality }: { quality: number | undefined }) {
  return (
    <circle
      r={5.2}
      fill={quality === undefined ? 'var(--line-strong)' : `var(--q${quality})`}
      stroke="var(--secondary)"
    />
  );
}

export function StandardSign() {
  return <path d={signPath('diamond', 7.6)} fill="var(--card)" stroke="var(--ink)" strokeWidth={1.6} />;
}
