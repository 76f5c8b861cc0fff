import type { AttemptResult, Enrolled, ProgrammeView } from '../../preload/api';
import { dayLong, wallDay } from '../format';
import { hashOf, type Place } from '../place';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';

type Props = { result: AttemptResult; enrolled: Enrolled | undefined; seen: ProgrammeView };

/** What can be done now: one thing. */
export function NextCard({ result, enrolled, seen }: Props) {
  const { t, language } = useWords();
  const way = wayOn();
  return (
    <section className="card" aria-labelledby="attempt-next">
      <h2 id="attempt-next">{t('attempt.next')}</h2>
      <p className={styles.quiet}>{next()}</p>
      <a className={styles.link} href={hashOf(way.to)}>
        {way.said}
      </a>
    </section>
  );

  function wayOn(): { to: Place; said: string } {
    const certificate = result.passed ? enrolled?.certificate : null;
    if (certificate)
      return {
        to: { name: 'certificate', certificateId: certificate.id },
        said: t('attempt.seeCertificate'),
      };
    const later = enrolled?.tests.find(({ attempt }) => attempt === result.attempt + 1);
    if (enrolled !== undefined && later !== undefined && later.state !== 'given')
      return {
        to: { name: 'attempt', enrolmentId: enrolled.enrolmentId, attempt: later.attempt },
        said: t('attempt.seeLater', { number: later.attempt }),
      };
    return seen.role === 'leads'
      ? {
          to: { name: 'programme', programmeId: result.programmeId, view: 'raters' },
          said: t('attempt.toProgramme'),
        }
      : { to: { name: 'programmes' }, said: t('attempt.toWork') };
  }

  function next(): string {
    const leads = seen.role === 'leads';
    const { attempts } = seen.programme;
    if (result.passed) {
      const certificate = enrolled?.certificate;
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
