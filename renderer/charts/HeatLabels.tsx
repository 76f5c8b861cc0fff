import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { HeatLayout } from './heatLayout';
import { overallMeasure } from './series';

/** Number and name of each row, and the two sections of the scale. */
export function HeatLabels({ layout, columns }: { layout: HeatLayout; columns: number }) {
  const { t, language } = useWords();
  const { tops, sectionTops, rowHeight, fullNames, labelWidth, cellWidth } = layout;
  const right = labelWidth + columns * cellWidth;
  const name = (measure: number) =>
    fullNames ? itemOf(measure).name[language] : itemOf(measure).short[language];
  return (
    <>
      {[t('rating.scopeGroup'), t('rating.scopeShared')].map((section, index) => (
        <text
          key={section}
          x={0}
          y={sectionTops[index]}
          fontSize={11}
          fontWeight={600}
          fill="var(--secondary)"
        >
          {section}
        </text>
      ))}
      {tops.map((top, measure) => {
        const y = top + rowHeight / 2;
        return measure === overallMeasure ? (
          <text key="overall" x={0} y={y} dy="0.35em" fontSize={12} fontWeight={600} fill="var(--ink)">
            {t('rating.overall')}
          </text>
        ) : (
          <g key={itemOf(measure).number}>
            <path d={`M${labelWidth} ${top}H${right}`} stroke="var(--line)" strokeWidth={0.5} />
            <text x={18} y={y} dy="0.35em" fontSize={12} textAnchor="end" className={styles.soft}>
              {measure}
            </text>
            <text x={25} y={y} dy="0.35em" fontSize={12} fill="var(--ink)">
              {name(measure)}
            </text>
          </g>
        );
      })}
    </>
  );
}
