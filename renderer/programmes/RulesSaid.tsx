import type { ProgrammeSettings } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Rules.module.css';
import { ruleSentences } from './rules';

/** The rules in words: a test is passed when all of it holds. */
export function RulesSaid({
  settings: { rules, dimension },
}: {
  settings: Pick<ProgrammeSettings, 'rules' | 'dimension'>;
}) {
  const { t } = useWords();
  return (
    <div className={styles.inWords}>
      <p>{t('programmes.rules.passedWhen')}</p>
      <ul>
        {ruleSentences(rules, dimension, t).map(({ rule, text }) => (
          <li key={rule}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
