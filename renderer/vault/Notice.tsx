import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Gate.module.css';

type Props = {
  /** What was just refused is told at once. */
  role?: 'alert';
  children: ReactNode;
};

/** What has to be read before going on. */
export const Notice = ({ role, children }: Props) => (
  <div className={styles.warning} role={role}>
    <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
    <span>{children}</span>
  </div>
);
