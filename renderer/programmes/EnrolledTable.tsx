import type { ProgrammeView } from '../../preload/api';
import { useWords } from '../words/words';
import { EnrolledLine } from './EnrolledLine';
import styles from './Programmes.module.css';

/** A line for each rater; those who left come last. */
export function EnrolledTable({ seen, today }: { seen: ProgrammeView; today: string }) {
  const { t } = useWords();
  const ordered = seen.enrolments.toSorted(
    (one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null),
  );
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('programmes.head.rater')}</th>
            <th scope="col">{t('programmes.head.practiceDone')}</th>
            <th scope="col">{t('programmes.head.testState')}</th>
            <th scope="col">{t('programmes.head.certificate')}</th>
            <th scope="col">{t('programmes.head.checks')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {ordered.map((rater) => (
            <EnrolledLine key={rater.enrolmentId} rater={rater} seen={seen} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
