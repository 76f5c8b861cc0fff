import type { ReactNode } from 'react';
import styles from './Strip.module.css';

type Props = {
  /** `urgent`: something has to be done before work can go on. */
  tone: 'urgent' | 'quiet';
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
};

/** What has to be known, above or below the place, with what can be done about it. */
export function Strip({ tone, icon, title, text, children }: Props) {
  return (
    <section className={styles.strip} data-tone={tone} role={tone === 'urgent' ? 'alert' : 'status'}>
      <span className={styles.icon}>{icon}</span>
      <p className={styles.words}>
        <strong>{title}</strong> {text}
      </p>
      {children}
    </section>
  );
}
