import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';

/** What the numbers on a chart stand for, in short. */
export function ItemKey({ shown }: { shown: readonly number[] }) {
  const { language } = useWords();
  return (
    <ol className={styles.itemKey}>
      {shown.map((number) => (
        <li key={number} value={number}>
          <b>{number}</b> {itemOf(number).short[language]}
        </li>
      ))}
    </ol>
  );
}
