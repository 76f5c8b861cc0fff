import styles from './Library.module.css';

/** Words for what is not known. */
export const Unset = ({ children }: { children: string }) => <span className={styles.unset}>{children}</span>;
