import type { CohortPoint } from '../../preload/api';
import { percent, points } from '../agreement/figures';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { quarterName } from './CohortCard';
import { columnsAcross, edge, heightOf, labelEvery, type Panel, panelOf, reachOf } from './layout';
import { PanelAxes } from './PanelAxes';

/** Two panels over the quarters: the share within one point and the mean difference, each with its interval. */
export function CohortDrawing({ cohort, title }: { cohort: readonly CohortPoint[]; title: string }) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 900, height: 0 });
  const { width } = size;
  const xs = columnsAcross(width, cohort.length);
  const reach = reachOf(
    cohort.flatMap(({ bias }) => [bias.value ?? 0, bias.limits.lower ?? 0, bias.limits.upper ?? 0]),
  );
  const shares = panelOf(0, 0, 100);
  const biases = panelOf(1, -reach, reach);
  const every = labelEvery(xs, 124);
  // A number stands to the right of its dot, as far as the next one; the table has them all.
  const isCrowded = (at: number) => at % labelEvery(xs, 60) !== 0;
  const height = heightOf(2) + 16;
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  return (
    <div ref={ref}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={title}
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <PanelAxes
          panel={shares}
          width={width}
          title={t('drift.panelWithin')}
          ticks={[0, 20, 40, 60, 80, 100].map((value) => ({ value, text: String(value) }))}
          limits={[]}
        />
        <PanelAxes
          panel={biases}
          width={width}
          title={t('drift.panelBias')}
          zero={0}
          ticks={ticks.map((value) => ({ value, text: points(value, language, 0) }))}
          limits={[]}
        />
        {cohort.map(({ from, within1, bias, raters, ratings }, at) => {
          const x = xs[at] ?? edge.left;
          const { lower, upper } = within1.limits;
          return (
            <g key={from} fontSize={12}>
              <Value
                x={x}
                panel={shares}
                value={within1.share === undefined ? undefined : within1.share * 100}
                low={lower === undefined ? undefined : lower * 100}
                high={upper === undefined ? undefined : upper * 100}
                text={
                  within1.share === undefined || isCrowded(at)
                    ? ''
                    : t('agreement.percent', { share: percent(within1.share) })
                }
              />
              <Value
                x={x}
                panel={biases}
                value={bias.value}
                low={bias.limits.lower}
                high={bias.limits.upper}
                text={bias.value === undefined || isCrowded(at) ? '' : points(bias.value, language, 2)}
              />
              {at % every === 0 && (
                <>
                  <text x={x} y={biases.bottom + 20} textAnchor="middle" fill="var(--ink)">
                    {quarterName(from, t)}
                  </text>
                  <text x={x} y={biases.bottom + 36} textAnchor="middle" fill="var(--secondary)">
                    {t('drift.quarterRests', { count: ratings, raters })}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

type ValueProps = {
  x: number;
  panel: Panel;
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  text: string;
};

/** Open where there is no interval. */
function Value({ x, panel, value, low, high, text }: ValueProps) {
  if (value === undefined) return null;
  const some = low !== undefined && high !== undefined;
  return (
    <>
      {some && (
        <path
          d={`M${x} ${panel.up(high)}V${panel.up(low)}M${x - 4} ${panel.up(high)}h8M${x - 4} ${panel.up(low)}h8`}
          stroke="var(--secondary)"
          strokeWidth={1.5}
        />
      )}
      <circle
        cx={x}
        cy={panel.up(value)}
        r={5}
        fill={some ? 'var(--accent)' : 'var(--card)'}
        stroke={some ? 'var(--card)' : 'var(--accent)'}
        strokeWidth={1.5}
      />
      <text
        x={x + 10}
        y={panel.up(value)}
        dy="0.35em"
        fill="var(--ink)"
        fontWeight={600}
        stroke="var(--card)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {text}
      </text>
    </>
  );
}
