import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './BackLink.module.css';
import { hashOf, type Place } from './place';

/** The way to the page that this one belongs to. */
export function BackLink({ to, children }: { to: Place; children: ReactNode }) {
  return (
    <a className={styles.back} href={hashOf(to)}>
      <IconChevronLeft size={16} aria-hidden />
      {children}
    </a>
  );
}
