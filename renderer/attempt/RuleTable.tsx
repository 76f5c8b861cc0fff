import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import type { AttemptResult } from '../../preload/api';
import { askedOf, ruleSentences } from '../programmes/rules';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';
import { dimensionOf, valueSaid } from './results';

/** Each rule in words, what came of it with its interval, and whether it is met. */
export function RuleTable({ result }: { result: AttemptResult }) {
  const { t, language } = useWords();
  const sentences = ruleSentences(askedOf(result.rules), dimensionOf(result), t);
  return (
    <section className="card" aria-labelledby="attempt-rules">
      <h2 id="attempt-rules">{t('attempt.rules')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.ruleColumn}>
              {t('attempt.head.rule')}
            </th>
            <th scope="col">{t('attempt.head.value')}</th>
            <th scope="col">{t('attempt.head.met')}</th>
          </tr>
        </thead>
        <tbody>
          {result.rules.map((one) => {
            const { value, rests } = valueSaid(one, t, language);
            const Icon = one.met ? IconCircleCheck : IconCircleMinus;
            return (
              <tr key={one.rule} data-rule={one.rule} data-met={one.met}>
                <th scope="row">{sentences.find(({ rule }) => rule === one.rule)?.text}</th>
                <td>
                  <strong>{value}</strong>
                  <span className={styles.rests}>{rests}</span>
                </td>
                <td>
                  <span className={styles.met}>
                    <Icon size={17} stroke={1.8} aria-hidden />
                    {t(one.met ? 'attempt.met' : 'attempt.notMet')}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>
        {t('attempt.rulesNote')}
        {result.rules.some(({ rule }) => rule === 'icc') && ` ${t('attempt.iccNote')}`}
      </p>
    </section>
  );
}
