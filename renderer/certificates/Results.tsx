import { IconCheck } from '@tabler/icons-react';
import type { CertificateFacts } from '../../preload/api';
import { valueSaid } from '../attempt/results';
import { ruleSentences } from '../programmes/rules';
import { useWords } from '../words/words';
import styles from './Results.module.css';

/** Each rule in words, with what came of it. */
export function Results({ facts: { rules, dimension, results } }: { facts: CertificateFacts }) {
  const { t, language } = useWords();
  return (
    <ul className={styles.results}>
      {ruleSentences(rules, dimension, t).map(({ rule, text }) => {
        const result = results.find((one) => one.rule === rule);
        const said = result && valueSaid(result, t, language);
        return (
          <li key={rule}>
            <span>{text}</span>
            <span>
              <strong>{said?.value}</strong> <span className={styles.rests}>{said?.rests}</span>
            </span>
            <span className={styles.met} data-met={result?.met ?? false}>
              {result?.met && <IconCheck size={13} stroke={2.4} aria-hidden />}
              {t(result?.met ? 'attempt.met' : 'attempt.notMet')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
