import type { ProgrammeView } from '../../preload/api';
import { number } from '../format';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { RulesSaid } from './RulesSaid';

/** The rules to read: when a test is passed, how often it can be taken, and what follows. */
export function RulesCard({ seen: { programme, editionName } }: { seen: ProgrammeView }) {
  const { t, language } = useWords();
  const { dimension, attempts, validMonths, target, doublePercent } = programme;
  const facts = [
    [t('programmes.rules.edition'), editionName],
    [t('programmes.rules.dimension'), t(`programmes.dimension.${dimension}`)],
    [t('programmes.rules.attempts'), number(attempts, language)],
    [t('programmes.rules.valid'), t('programmes.monthCount', { count: validMonths })],
    [t('programmes.rules.target'), target.toFixed(2).replace('.', language === 'nb' ? ',' : '.')],
    [t('programmes.rules.double'), t('programmes.percent', { percent: doublePercent })],
  ] as const;
  return (
    <section className="card" aria-labelledby="pass-rules">
      <h2 id="pass-rules">{t('programmes.rules.title')}</h2>
      <RulesSaid settings={programme} />
      <dl className={styles.facts}>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
