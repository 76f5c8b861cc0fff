import type { Drift } from '../../preload/api';
import { PractiseList } from '../attempt/PractiseCard';
import { useWords } from '../words/words';
import styles from './Drift.module.css';

/** When a rater is in alarm: plain steps. */
export function WhatToDo({ drift, sides }: { drift: Drift; sides: boolean }) {
  const { t } = useWords();
  return (
    <section className={`card ${styles.todo}`} aria-labelledby="drift-todo">
      <h2 id="drift-todo">{t('drift.todo')}</h2>
      <p className={styles.quiet}>{t('drift.todoWhy')}</p>
      <ol className={styles.steps}>
        <li>
          {t(drift.practise.length === 0 ? 'drift.step.look' : 'drift.step.practise')}
          {drift.practise.length > 0 && <PractiseList items={drift.practise} sides={sides} />}
        </li>
        <li>{t('drift.step.meet')}</li>
        <li>{t('drift.step.wait')}</li>
        <li>{t('drift.step.check')}</li>
      </ol>
    </section>
  );
}
