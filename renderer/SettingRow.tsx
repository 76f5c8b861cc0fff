import type { ReactNode } from 'react';
import styles from './SettingRow.module.css';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** The field that is named by the label, and described by an element with `-hint` behind this id. */
  field?: string;
  /** What came of it last: read out when it comes. */
  said?: string | undefined;
  children: ReactNode;
};

/** One thing that can be set or done: what it is on the left, the way to it on the right. */
export function SettingRow({ label, hint, field, said, children }: Props) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {field === undefined ? (
          <div className={styles.label}>{label}</div>
        ) : (
          <label className={styles.label} htmlFor={field}>
            {label}
          </label>
        )}
        {hint !== undefined && (
          <div className={styles.hint} id={field && `${field}-hint`}>
            {hint}
          </div>
        )}
        <div className={styles.said} role="status">
          {said}
        </div>
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
