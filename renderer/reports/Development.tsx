import { MeasureChart } from '../charts/MeasureChart';
import { MeasureLegend } from '../charts/MeasureLegend';
import { TrendSentence } from '../charts/TrendSentence';
import { number } from '../format';
import { useWords } from '../words/words';
import { itemMean } from './choosing';
import { Part } from './Paper';
import styles from './Paper.module.css';
import { PaperProfile } from './PaperProfile';
import { directionIn, type ProgressFigures } from './progressFigures';
import { SessionsTable } from './SessionsTable';

/** As wide as the paper, in pixels of 96 to the inch. */
const chartWidth = 684;

/** The overall over time, with where it goes. */
export function Development({ figures }: { figures: ProgressFigures }) {
  const { t } = useWords();
  const { overall, events, trends } = figures;
  const [trend] = trends;
  const { quality, adherence } = overall;
  return (
    <Part title={t('reports.section.overTime')} how={t('reports.overTimeHow')} flows>
      {quality.length > 0 && trend !== undefined && (
        <div className={styles.figure}>
          <MeasureChart
            label={`${t('rating.overall')}: ${t('rating.quality')}`}
            points={quality}
            side="quality"
            width={chartWidth}
            height={230}
            events={events}
            trend={trend}
          />
          <MeasureLegend points={quality} trend={trend.outcome === 'trend'} />
          <p className={styles.how}>
            <TrendSentence trend={trend} />
          </p>
        </div>
      )}
      {adherence.length > 0 && (
        <div className={styles.figure}>
          <MeasureChart
            label={`${t('rating.overall')}: ${t('rating.adherence')}`}
            points={adherence}
            side="adherence"
            width={chartWidth}
            height={180}
          />
        </div>
      )}
      {quality.length > 0 && <SessionsTable quality={quality} adherence={adherence} />}
    </Part>
  );
}

/** Every item over the sessions of the period. */
export function Period({ figures }: { figures: ProgressFigures }) {
  const { t, language } = useWords();
  const { quality, adherence, trends } = figures;
  const [items, kept] = [itemMean(quality), itemMean(adherence)];
  const mean = (value: number | null) => (value === null ? '–' : number(value, language));
  const directions = trends.map((trend) => {
    const direction = directionIn(trend);
    return direction && t(`reports.directions.${direction}`);
  });
  return (
    <Part title={t('reports.section.period')} how={t('reports.periodHow')}>
      <p className={styles.means}>
        {t('reports.itemMeans', {
          quality: mean(items.mean),
          count: items.count,
          adherence: mean(kept.mean),
          adherenceCount: kept.count,
        })}
      </p>
      <PaperProfile
        quality={quality}
        adherence={adherence}
        self={[]}
        count={t('reports.sessionsShort')}
        directions={directions}
      />
    </Part>
  );
}
