import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { headingOf, type SafetyPart } from './parts';
import styles from './Safety.module.css';

/** One part of the page, with what it is for in a sentence or two. */
export function Part({ part, hint, children }: { part: SafetyPart; hint?: string; children: ReactNode }) {
  const { t } = useWords();
  const id = headingOf(part);
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(`${part}.title`)}
      </h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
