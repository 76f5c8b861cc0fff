import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconProgress } from '@tabler/icons-react';
import type { Enrolled, TestState } from '../../preload/api';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';

const icons = { given: IconProgress, passed: IconCircleCheck, failed: IconCircleMinus } as const;

/** Each attempt by an icon and in words, with the way to its result. */
export function TestCell({ rater, attempts }: { rater: Enrolled; attempts: number }) {
  const { t } = useWords();
  if (rater.tests.length === 0) {
    return (
      <span className={styles.state}>
        <IconCircleDashed size={16} aria-hidden />
        {t('programmes.test.notGiven')}
      </span>
    );
  }
  return (
    <ul className={styles.tests}>
      {rater.tests.map((test) => (
        <TestLine key={test.attempt} test={test} rater={rater} attempts={attempts} />
      ))}
    </ul>
  );
}

function TestLine({ test, rater, attempts }: { test: TestState; rater: Enrolled; attempts: number }) {
  const { t } = useWords();
  const Icon = icons[test.state];
  const { attempt, done, of } = test;
  return (
    <li className={styles.state} data-state={test.state}>
      <Icon size={16} aria-hidden />
      <span>
        {test.state === 'given'
          ? t('programmes.test.given', { done, of, attempt, attempts })
          : t(`programmes.test.${test.state}`, { attempt, attempts })}
        {test.state !== 'given' && (
          <>
            {' '}
            <a
              href={hashOf({ name: 'attempt', enrolmentId: rater.enrolmentId, attempt })}
              aria-label={t('programmes.test.resultOf', { name: rater.rater.name, attempt })}
            >
              {t('programmes.test.result')}
            </a>
          </>
        )}
      </span>
    </li>
  );
}
