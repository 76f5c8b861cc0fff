import { letterOf } from '../results/signs';
import styles from './Signs.module.css';

/** The letter that a rating goes by in a meeting. @param props.at its place among the sources, from 0 */
export const Letter = ({ at, name }: { at: number; name?: string }) => (
  <span className={styles.letter} title={name}>
    {letterOf(at)}
  </span>
);
