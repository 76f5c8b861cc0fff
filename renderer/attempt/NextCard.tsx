import type { AttemptResult, Enrolled, ProgrammeView } from '../../preload/api';
import { dayLong, wallDay } from '../format';
import { hashOf, type Place } from '../place';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';

type Props = { result: AttemptResult; enrolled: Enrolled | undefined; seen: ProgrammeView };

/** What can be done now: one thing. */
export function NextCard({ result, enrolled, seen }: Props) {
  const { t, language } = useWords();
  const certificate = result.passed ? enrolled?.certificate : null;
  const way: { to: Place; said: string } = certificate
    ? {
        to: { name: 'certificate', certificateId: certificate.id },
        said: t('attempt.seeCertificate'),
      }
    : seen.role === 'leads'
      ? {
          to: { name: 'programme', programmeId: result.programmeId, view: 'raters' },
          said: t('attempt.toProgramme'),
        }
      : { to: { name: 'programmes' }, said: t('attempt.toWork') };
  return (
    <section className="card" aria-labelledby="attempt-next">
      <h2 id="attempt-next">{t('attempt.next')}</h2>
      <p className={styles.quiet}>{next()}</p>
      <a className={styles.link} href={hashOf(way.to)}>
        {way.said}
      </a>
    </section>
  );

  function next(): string {
    const leads = seen.role === 'leads';
    const { attempts } = seen.programme;
    if (result.passed) {
      if (certificate)
        return t('attempt.certified', {
          day: wallDay(certificate.issuedAt, language),
          until: dayLong(certificate.validUntil, language),
        });
      return leads ? t('attempt.issueIt') : t('attempt.willBeIssued');
    }
    const left = attempts - result.attempt;
    if ((enrolled?.tests.length ?? 0) > result.attempt) return t('attempt.laterGiven');
    if (left <= 0) return t(leads ? 'attempt.noneLeftLeads' : 'attempt.noneLeft', { count: attempts });
    return t(leads ? 'attempt.againLeads' : 'attempt.again', { count: left });
  }
}
