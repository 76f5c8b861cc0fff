import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useWords } from '../words/words';
import { cut } from './profileLayout';
import { WhoEnd } from './WhoEnd';
import { WhoTip } from './WhoTip';
import { whoColours } from './whoColours';
import type { Part, Who } from './whoDidWhat';

export type WhoPart = { label: string; by: Part['by'] };
export type Named = { who: Who; label: string };

type Props = {
  parts: readonly WhoPart[];
  whos: readonly Named[];
};

const barHeight = 13;
const nameWidth = 132;

/** Each part of the session with a bar for each therapist: interventions filled, missed opportunities hatched. */
export function WhoDidWhatChart({ parts, whos }: Props) {
  const { t } = useWords();
  const rowHeight = whos.length * (barHeight + 3) + 12;
  return (
    <div style={{ height: parts.length * rowHeight + 34 }} data-testid="who-did-what">
      <ResponsiveContainer>
        <BarChart
          data={[...parts]}
          layout="vertical"
          margin={{ top: 2, right: 44, bottom: 0, left: 0 }}
          barGap={3}
          barCategoryGap={6}
          accessibilityLayer={false}
          title={t('results.who')}
        >
          <defs>
            {whos.map(({ who }) => (
              <pattern
                key={who}
                id={`missed-${who}`}
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={5} height={5} fill="var(--card)" />
                <path d="M0 0V5" stroke={whoColours[who]} strokeWidth={3} />
              </pattern>
            ))}
          </defs>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            allowDecimals={false}
            tick={{ fill: 'var(--secondary)', fontSize: 12 }}
            stroke="var(--line-strong)"
            tickLine={false}
            height={30}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={nameWidth}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink)', fontSize: 12 }}
            tickFormatter={(label) => cut(String(label), 12, nameWidth - 12)}
          />
          <Tooltip content={<WhoTip whos={whos} />} cursor={{ fill: 'var(--accent-ground)' }} />
          {whos.flatMap(({ who }) => [
            <Bar
              key={who}
              stackId={who}
              dataKey={({ by }: WhoPart) => by[who].interventions}
              fill={whoColours[who]}
              barSize={barHeight}
              isAnimationActive={false}
            >
              {/* At the end of both: a bar of nothing has no label. */}
              <LabelList
                dataKey={({ by }: WhoPart) => (by[who].missed === 0 ? by[who].interventions : 0)}
                content={<WhoEnd who={who} />}
              />
            </Bar>,
            <Bar
              key={`${who} missed`}
              stackId={who}
              dataKey={({ by }: WhoPart) => by[who].missed}
              fill={`url(#missed-${who})`}
              stroke={whoColours[who]}
              barSize={barHeight}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={({ by }: WhoPart) =>
                  by[who].missed === 0 ? 0 : by[who].interventions + by[who].missed
                }
                content={<WhoEnd who={who} />}
              />
            </Bar>,
          ])}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
