import { IconCheck } from '@tabler/icons-react';
import type { CertificateFacts } from '../../preload/api';
import { ruleSentences } from '../programmes/rules';
import { useWords } from '../words/words';
import styles from './Results.module.css';
import { resultSaid } from './resultSaid';

/** Each rule in words, with what came of it. */
export function Results({ facts: { rules, dimension, results } }: { facts: CertificateFacts }) {
  const { t, language } = useWords();
  return (
    <ul className={styles.results}>
      {ruleSentences(rules, dimension, t).map(({ rule, text }) => {
        const result = results.find((one) => one.rule === rule);
        return (
          <li key={rule}>
            <span>{text}</span>
            <strong>{result && resultSaid(result, t, language)}</strong>
            <span className={styles.met} data-met={result?.met ?? false}>
              {result?.met && <IconCheck size={13} stroke={2.4} aria-hidden />}
              {t(result?.met ? 'certificate.met' : 'certificate.notMet')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
