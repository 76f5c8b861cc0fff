import type { Drift } from '../../preload/api';
import { points as signedPoints } from '../agreement/figures';
import { ChartTip } from '../charts/ChartTip';
import comparisons from '../charts/Comparisons.module.css';
import { useMarks } from '../charts/useMarks';
import { dayMonth } from '../format';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { CheckTip } from './CheckTip';
import { columnsAcross, heightOf, labelEvery, panelOf, reachOf } from './layout';
import { PanelAxes } from './PanelAxes';
import { Run } from './Run';

/** Two panels over the checks in order: the mean difference, and the share within one point. */
export function ControlDrawing({ drift: { points, limits }, title }: { drift: Drift; title: string }) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 900, height: 0 });
  const { active, point, keys } = useMarks(points.length);
  const { width } = size;
  const xs = columnsAcross(width, points.length);
  const reach = reachOf(points.flatMap(({ bias, running }) => [bias ?? 0, running.bias ?? 0]));
  const bias = panelOf(0, -reach, reach);
  const share = panelOf(1, 0, 100);
  const every = labelEvery(xs, 62);
  const height = heightOf(2);
  const one = active === undefined ? undefined : points[active];
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const inPercent = (value: number | undefined) => (value === undefined ? undefined : value * 100);
  return (
    <div ref={ref} className={comparisons.frame}>
      <div
        role="application"
        aria-label={t('comparisons.keys', { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys go from sign to sign
        tabIndex={0}
        onPointerLeave={() => point(undefined)}
        {...keys}
      >
        <svg width={width} height={height} aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>
          <PanelAxes
            panel={bias}
            width={width}
            title={t('drift.panelBias')}
            zero={0}
            ticks={ticks.map((value) => ({ value, text: signedPoints(value, language, 0) }))}
            limits={[limits.bias, -limits.bias].map((value) => ({
              value,
              text: t('drift.limit', { value: signedPoints(value, language) }),
            }))}
          />
          <PanelAxes
            panel={share}
            width={width}
            title={t('drift.panelWithin')}
            ticks={[0, 20, 40, 60, 80, 100].map((value) => ({ value, text: String(value) }))}
            limits={[
              {
                value: limits.percent,
                text: t('drift.limit', { value: t('agreement.percent', { share: limits.percent }) }),
              },
            ]}
          />
          {points.map((each, at) => (
            <g key={each.sessionId}>
              {at % every === 0 && (
                <text x={xs[at]} y={height - 12} textAnchor="middle" fontSize={12} fill="var(--secondary)">
                  {dayMonth(each.submittedAt.slice(0, 10), language)}
                </text>
              )}
              {active === at && (
                <path
                  d={`M${xs[at]} ${bias.top}V${share.bottom}`}
                  stroke="var(--line-strong)"
                  strokeDasharray="2 3"
                />
              )}
            </g>
          ))}
          <Run
            panel={bias}
            xs={xs}
            points={points}
            single={(each) => each.bias}
            running={({ running }) => running.bias}
            out={(value) => Math.abs(value) > limits.bias}
            active={active}
            point={point}
            alarm={t('drift.alarm')}
          />
          <Run
            panel={share}
            xs={xs}
            points={points}
            single={({ within1 }) => inPercent(within1.share)}
            running={({ running }) => inPercent(running.within1.share)}
            out={(value) => value < limits.percent}
            active={active}
            point={point}
            alarm={t('drift.alarm')}
          />
        </svg>
      </div>
      <ChartTip
        at={active === undefined ? undefined : { x: xs[active] ?? 0, y: bias.up(one?.bias ?? 0), radius: 12 }}
        frame={{ width, height }}
      >
        {one !== undefined && <CheckTip check={one} />}
      </ChartTip>
    </div>
  );
}
