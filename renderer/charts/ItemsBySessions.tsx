import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { SubjectProgress } from '../../db/progress';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { ChartCard } from './ChartCard';
import styles from './Comparisons.module.css';
import { chartFileName } from './chartFileName';
import { HeatDrawing } from './HeatDrawing';
import { HeatLegend } from './HeatLegend';
import { columnsOf, heatOf } from './heat';
import { heatLayout, mostColumns } from './heatLayout';
import { heatTable } from './heatTable';
import { SideChoice } from './SideChoice';
import type { Side } from './series';

/** `about` is what files about the subject are called by. */
type Props = { about: string; progress: SubjectProgress };

/** The heat map: the overall and each item by sessions, with what every rater found behind each cell. */
export function ItemsBySessions({ about, progress }: Props) {
  const { t, language } = useWords();
  const [side, setSide] = useState<Side>('quality');
  const { ref, size } = useSize();
  const { width } = size;
  const tall = useMediaQuery('(min-height: 960px)', false, { getInitialValueInEffect: false });
  const sessions = useMemo(() => heatOf(progress, side), [progress, side]);
  const columns = useMemo(() => columnsOf(sessions, mostColumns(width)), [sessions, width]);
  const layout = useMemo(() => heatLayout(width, columns.length, tall ? 27 : 19), [width, columns, tall]);
  const each = columns[0]?.sessions.length ?? 1;
  const title = side === 'quality' ? t('comparisons.heatQuality') : t('comparisons.heatAdherence');

  const does = onScreen();

  return (
    <ChartCard
      title={title}
      how={how()}
      {...(does !== undefined && { onScreen: does })}
      fileName={chartFileName(about, title)}
      table={heatTable(sessions, t, language)}
      choices={<SideChoice side={side} choose={setSide} />}
      legend={<HeatLegend columns={columns} layout={layout} />}
    >
      <div ref={ref} className={styles.frame}>
        {sessions.length === 0 && <p className={styles.nothing}>{t('comparisons.heatNothing')}</p>}
        {sessions.length > 0 && width > 0 && (
          <HeatDrawing columns={columns} layout={layout} title={title} frame={size} />
        )}
      </div>
    </ChartCard>
  );

  function onScreen(): string | undefined {
    if (sessions.length === 0) return undefined;
    if (layout.numbers) return t('comparisons.heatDo');
    return each === 1 ? t('comparisons.heatDoBars') : t('comparisons.heatDoBins');
  }

  function how(): string {
    if (layout.numbers) return t('comparisons.heatHow');
    return each === 1 ? t('comparisons.heatHowBars') : t('comparisons.heatHowBins', { count: each });
  }
}
