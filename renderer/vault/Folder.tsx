import { IconFolder } from '@tabler/icons-react';
import styles from './Gate.module.css';

/** A place on the disk, as the system writes it. */
export const Folder = ({ folder }: { folder: string }) => (
  <div className={styles.folder}>
    <IconFolder size={18} stroke={1.7} aria-hidden />
    <bdi>{folder}</bdi>
  </div>
);
