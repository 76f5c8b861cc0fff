import styles from './Paper.module.css';
import { plainText } from './plainText';

/** What somebody wrote: as text, with its lines, whatever is in it. */
export function Written({ text, longest = 2500 }: { text: string; longest?: number | undefined }) {
  return (
    <bdi dir="auto" className={styles.written}>
      {plainText(text, longest)}
    </bdi>
  );
}
