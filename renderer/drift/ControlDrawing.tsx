import type { Drift, DriftPoint } from '../../preload/api';
import { decimals, percent, points as signedPoints } from '../agreement/figures';
import { ChartTip } from '../charts/ChartTip';
import comparisons from '../charts/Comparisons.module.css';
import { useMarks } from '../charts/useMarks';
import { dayMonth, wallDay } from '../format';
import { useSessionName } from '../programmes/useSessionName';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { AlarmSign, CheckSign } from './CheckSign';
import { columnsAcross, edge, heightOf, labelEvery, type Panel, panelOf, reachOf } from './layout';
import { PanelAxes } from './PanelAxes';

/** As `main/certification` has them. */
const mostBias = 0.5;
const leastPercent = 80;

/** Two panels over the checks in order: the mean difference, and the share within one point. */
export function ControlDrawing({ drift: { points }, title }: { drift: Drift; title: string }) {
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
            limits={[mostBias, -mostBias].map((value) => ({
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
                value: leastPercent,
                text: t('drift.limit', { value: t('agreement.percent', { share: leastPercent }) }),
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
            out={(value) => Math.abs(value) > mostBias}
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
            out={(value) => value < leastPercent}
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
        {one !== undefined && <Said point={one} />}
      </ChartTip>
    </div>
  );

  function Said({ point: said }: { point: DriftPoint }) {
    const nameOf = useSessionName();
    const { within1, running } = said;
    const figures = (mean: number | undefined, of: typeof within1) =>
      t('drift.tipFigures', {
        bias: mean === undefined ? '–' : signedPoints(mean, language, 2),
        count: of.count,
        of: of.of,
        share: of.share === undefined ? '–' : decimals(percent(of.share), language, 0),
      });
    return (
      <>
        <strong>{wallDay(said.submittedAt, language)}</strong>
        <div>
          {said.kind === 'check'
            ? t('drift.kind.check')
            : t('drift.doubleWith', { name: said.otherName ?? '' })}
        </div>
        <div>{nameOf(said.session)}</div>
        <div>{figures(said.bias, within1)}</div>
        <div>
          {t('drift.lastOf', { count: running.n })}: {figures(running.bias, running.within1)}
        </div>
        {running.alarm && <strong>{t('drift.alarmHere')}</strong>}
      </>
    );
  }
}

type RunProps = {
  panel: Panel;
  xs: readonly number[];
  points: readonly DriftPoint[];
  single: (point: DriftPoint) => number | undefined;
  running: (point: DriftPoint) => number | undefined;
  /** Whether this panel's number is why there is an alarm. */
  out: (value: number) => boolean;
  active: number | undefined;
  point: (index: number) => void;
  alarm: string;
};

/** Each check by its sign, and the running number as a line; a triangle where it is out of its limits. */
function Run({ panel, xs, points, single, running, out, active, point, alarm }: RunProps) {
  const line = points.flatMap((each, at) => {
    const value = running(each);
    return value === undefined ? [] : [`${xs[at]} ${panel.up(value)}`];
  });
  const isAlarm = (each: DriftPoint | undefined): boolean => {
    const value = each && running(each);
    return each?.running.alarm === true && value !== undefined && out(value);
  };
  return (
    <g>
      {line.length > 1 && (
        <path d={`M${line.join('L')}`} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
      )}
      {points.map((each, at) => {
        const value = single(each);
        const mean = running(each);
        const x = xs[at] ?? edge.left;
        return (
          <g key={each.sessionId} data-check={each.kind}>
            {/* As wide as a finger, so that one need not aim. */}
            <rect
              x={x - 12}
              y={panel.top}
              width={24}
              height={panel.bottom - panel.top}
              fill="transparent"
              onPointerEnter={() => point(at)}
            />
            {value !== undefined && (
              <g transform={`translate(${x} ${panel.up(value)})`} pointerEvents="none">
                <CheckSign kind={each.kind} large={active === at} />
              </g>
            )}
            {mean !== undefined && !isAlarm(each) && (
              <circle cx={x} cy={panel.up(mean)} r={2.8} fill="var(--accent)" pointerEvents="none" />
            )}
            {mean !== undefined && isAlarm(each) && (
              <g transform={`translate(${x} ${panel.up(mean)})`} pointerEvents="none" data-alarm>
                <AlarmSign />
                {!isAlarm(points[at - 1]) && (
                  <text
                    y={Math.min(0, value === undefined ? 0 : panel.up(value) - panel.up(mean)) - 11}
                    textAnchor="middle"
                    fontSize={12}
                    fontWeight={600}
                    fill="var(--warn)"
                    stroke="var(--card)"
                    strokeWidth={4}
                    paintOrder="stroke"
                  >
                    {alarm}
                  </text>
                )}
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}
