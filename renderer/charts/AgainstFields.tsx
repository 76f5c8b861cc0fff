import { usePlotArea, useXAxisScale } from 'recharts';
import { goodEnoughLevel } from '../../db/scale';
import { useWords } from '../words/words';
import { type Field, fields } from './against';
import styles from './Comparisons.module.css';

/** The names of the four fields with how many stand in each, at the edges where no sign reaches. */
export function AgainstFields({ count, ofItems }: { count: Record<Field, number>; ofItems: boolean }) {
  const { t } = useWords();
  const area = usePlotArea();
  const across = useXAxisScale()?.(goodEnoughLevel);
  if (area === undefined || across === undefined) return null;
  const middle = Number(across);
  return fields.map((field) => {
    const right = field.startsWith('present');
    const upper = field.endsWith('Good');
    return (
      <text
        key={field}
        x={right ? (middle + area.x + area.width) / 2 : (area.x + middle) / 2}
        y={upper ? area.y + 17 : area.y + area.height - 9}
        textAnchor="middle"
        fontSize={12}
        className={styles.onLines}
      >
        {t(`comparisons.field.${field}`)}
        {' · '}
        <tspan fontWeight={600}>
          {ofItems
            ? t('comparisons.items', { count: count[field] })
            : t('comparisons.sessions', { count: count[field] })}
        </tspan>
      </text>
    );
  });
}
