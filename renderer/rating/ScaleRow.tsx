import { levelWords } from '../../db/scale';
import { useWords } from '../words/words';
import { LevelScale } from './LevelScale';
import styles from './OpenItem.module.css';
import type { Part } from './Sheet';

/** A named scale of seven levels, with the word of the level that was chosen. */
export function ScaleRow(props: {
  part: Part;
  value: number | null;
  set: (level: number | null) => void;
  go: (where: 'next' | 'previous' | 'none') => void;
}) {
  const { t, language } = useWords();
  const { part, value } = props;
  const words = levelWords[part][language];
  return (
    <div className={styles.scale} data-part={part}>
      <span>{t(`rating.${part}`)}</span>
      <LevelScale
        label={t(`rating.${part}`)}
        quality={part === 'quality'}
        value={value}
        set={props.set}
        go={props.go}
        hint={(level) => words[level]}
      />
      <span className={styles.word}>{value === null ? t(`rating.${part}Asks`) : words[value]}</span>
    </div>
  );
}
