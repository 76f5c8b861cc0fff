import type { CertificateView } from '../../preload/api';
import { dayLong } from '../format';
import { Facts } from '../reports/Paper';
import { plainText } from '../reports/plainText';
import { useWords } from '../words/words';
import styles from './Check.module.css';
import { Results } from './Results';
import { testSetSaid } from './testSetSaid';

/** What a file that was checked says: enough to hold it against the paper. */
export function Certified({ view: { facts } }: { view: CertificateView }) {
  const { t, language } = useWords();
  const fact = (name: string, value: string) => ({ name, value: <bdi>{value}</bdi> });
  return (
    <>
      <h3>{t('certificate.checking.says')}</h3>
      <p className={styles.rater}>
        <bdi>{plainText(facts.rater, 200)}</bdi>
      </p>
      <p>
        {t('certificate.passed')} <bdi>{plainText(facts.programme, 200)}</bdi>
      </p>
      <Facts
        facts={[
          fact(t('certificate.edition'), plainText(facts.edition, 120)),
          fact(t('certificate.dimension'), t(`certificate.side.${facts.dimension}`)),
          fact(t('certificate.testSet'), testSetSaid(facts, t)),
          fact(
            t('certificate.attempt'),
            t('certificate.attemptOf', { attempt: facts.attempt, attempts: facts.attempts }),
          ),
          fact(t('certificate.issued'), dayLong(facts.issuedOn, language)),
          fact(t('certificate.validUntil'), dayLong(facts.validUntil, language)),
        ]}
      />
      <Results facts={facts} />
    </>
  );
}
