import type { CertificateFacts, CertificateView } from '../../preload/api';
import { dayLong } from '../format';
import { Facts, Part } from '../reports/Paper';
import { plainText } from '../reports/plainText';
import { useWords } from '../words/words';
import styles from './Certificate.module.css';
import { CodeGroups } from './CodeGroups';
import { Results } from './Results';
import { SessionFigures } from './SessionFigures';
import { standardsSaid } from './standardsSaid';
import { testSetSaid } from './testSetSaid';

/** A name of any length has its place on the page. */
const lengthOf = (text: string) => (text.length > 90 ? 'longest' : text.length > 34 ? 'long' : undefined);

/** Where little stands on the page it can stand apart. */
const isRoomy = ({ rater, programme, sessions, standards }: CertificateFacts): boolean =>
  sessions.length <= 4 && standards.length <= 2 && rater.length + programme.length <= 120;

/** Everything that stands on a certificate, in the order of the paper. */
export function CertificatePaper({ view: { facts, code, library } }: { view: CertificateView }) {
  const { t } = useWords();
  return (
    <div className={styles.sheet} data-roomy={isRoomy(facts) || undefined}>
      <Head facts={facts} />
      <div className={styles.parts}>
        <Part title={t('certificate.results')} how={t('certificate.resultsHow')}>
          <Results facts={facts} />
        </Part>
        <SessionFigures sessions={facts.sessions} />
        <TestFacts facts={facts} />
      </div>
      <p className={styles.scope}>{t('certificate.scope')}</p>
      <footer className={styles.proof}>
        <dl>
          <div>
            <dt>{t('certificate.code')}</dt>
            <dd>
              <CodeGroups code={code} />
            </dd>
          </div>
          <div className={styles.library}>
            <dt>{t('certificate.library')}</dt>
            <dd>{library}</dd>
          </div>
        </dl>
        <p>{t('certificate.howToCheck')}</p>
      </footer>
    </div>
  );
}

function Head({ facts: { id, rater, programme, issuedOn, validUntil } }: { facts: CertificateFacts }) {
  const { t, language } = useWords();
  return (
    <header className={styles.head}>
      <p className={styles.product}>
        <img src="./icon.png" width={26} height={26} alt="" />
        <strong>{t('product')}</strong>
        <span>{`${t('certificate.number')} ${id}`}</span>
      </p>
      <p className={styles.kind}>{t('certificate.title')}</p>
      <p>{t('certificate.certifies')}</p>
      <h1 data-length={lengthOf(rater)}>
        <bdi>{plainText(rater, 200)}</bdi>
      </h1>
      <p>{t('certificate.passed')}</p>
      <p className={styles.programme} data-length={lengthOf(programme)}>
        <bdi>{plainText(programme, 200)}</bdi>
      </p>
      <p className={styles.days}>
        {t('certificate.issuedValid', {
          issued: dayLong(issuedOn, language),
          until: dayLong(validUntil, language),
        })}
      </p>
    </header>
  );
}

function TestFacts({ facts }: { facts: CertificateFacts }) {
  const { t, language } = useWords();
  const fact = (name: string, value: string) => ({ name, value: <bdi>{value}</bdi> });
  return (
    <Part title={t('certificate.facts')}>
      <Facts
        facts={[
          fact(t('certificate.edition'), plainText(facts.edition, 120)),
          fact(t('certificate.dimension'), t(`certificate.side.${facts.dimension}`)),
          fact(t('certificate.testSet'), testSetSaid(facts, t)),
          fact(
            t('certificate.attempt'),
            t('certificate.attemptOf', { attempt: facts.attempt, attempts: facts.attempts }),
          ),
          fact(t('certificate.tested'), periodOf(facts.testedFrom, facts.testedUntil)),
          fact(t('certificate.version'), t('settings.version', { version: facts.toolVersion })),
          {
            name: t('certificate.standard'),
            value: (
              <ul>
                {standardsSaid(facts.standards, t, language).map((line) => (
                  <li key={line}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
            ),
            wide: true,
          },
          {
            name: t('certificate.data'),
            value: <span className={styles.hash}>{facts.dataHash}</span>,
            wide: true,
          },
        ]}
      />
    </Part>
  );

  function periodOf(from: string, to: string): string {
    const [first, last] = [dayLong(from, language), dayLong(to, language)];
    return from === to ? first : t('certificate.period', { from: first, to: last });
  }
}
