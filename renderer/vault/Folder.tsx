import { IconFolder } from '@tabler/icons-react';
import styles from './Gate.module.css';

/** The folder of a library: its name, and the place on the disk as the system writes it. */
export const Folder = ({ folder }: { folder: string }) => (
  <div className={styles.folder}>
    <IconFolder size={20} stroke={1.6} aria-hidden />
    <div>
      <b>
        <bdi>{folder.split(/[\\/]/).findLast((part) => part !== '')}</bdi>
      </b>
      <span>
        <bdi>{folder}</bdi>
      </span>
    </div>
  </div>
);
