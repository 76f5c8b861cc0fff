import { Stack } from '@mantine/core';
import type { ProgrammeView } from '../../preload/api';
import { localDay } from '../format';
import { useWords } from '../words/words';
import { CertificateCell } from './CertificateCell';
import styles from './Programmes.module.css';
import { RulesCard } from './RulesCard';
import { TestCell } from './TestCell';
import { useWork } from './useProgrammes';
import { WorkCard } from './WorkCard';
import { workByProgramme } from './work';

/** A programme as its rater sees it: the own work, the own results and the rules, nothing of others. */
export function OwnView({ seen }: { seen: ProgrammeView }) {
  const { t } = useWords();
  const { data: work } = useWork();
  if (work === undefined) return null;
  const own = workByProgramme(work.filter(({ programmeId }) => programmeId === seen.programme.id));
  const today = localDay(new Date());
  return (
    <Stack gap="md">
      {own.length > 0 ? (
        <WorkCard work={own} named={false} />
      ) : (
        <p className={styles.lead}>{t('programmes.own.noWork')}</p>
      )}
      {seen.enrolments.map((rater) => (
        <section key={rater.enrolmentId} className="card" aria-labelledby="own-results">
          <h2 id="own-results">{t('programmes.own.title')}</h2>
          <dl className={styles.facts}>
            <div>
              <dt>{t('programmes.head.testState')}</dt>
              <dd>
                <TestCell rater={rater} attempts={seen.programme.attempts} />
              </dd>
            </div>
            <div>
              <dt>{t('programmes.head.certificate')}</dt>
              <dd>
                <CertificateCell rater={rater} today={today} />
              </dd>
            </div>
          </dl>
        </section>
      ))}
      <RulesCard seen={seen} />
    </Stack>
  );
}
