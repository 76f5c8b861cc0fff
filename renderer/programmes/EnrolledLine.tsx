import type { Enrolled, ProgrammeView } from '../../preload/api';
import { wallDay } from '../format';
import { useWords } from '../words/words';
import { CertificateCell } from './CertificateCell';
import { ChecksCell } from './ChecksCell';
import { EnrolledActions } from './EnrolledActions';
import { PracticeCell } from './PracticeCell';
import styles from './Programmes.module.css';
import { TestCell } from './TestCell';

type Props = { rater: Enrolled; seen: ProgrammeView; today: string };

/** Where one rater is: practice, test, certificate, checks, and what can be done next. */
export function EnrolledLine({ rater, seen, today }: Props) {
  const { t, language } = useWords();
  const { endedAt } = rater;
  return (
    <tr data-ended={endedAt === null ? undefined : true}>
      <th scope="row" className={styles.name}>
        {rater.rater.name}
        {endedAt !== null && (
          <span className={styles.under}>
            {t('programmes.raters.ended', { day: wallDay(endedAt, language) })}
          </span>
        )}
      </th>
      <td>
        <PracticeCell practice={rater.practice} />
      </td>
      <td>
        <TestCell rater={rater} attempts={seen.programme.attempts} />
      </td>
      <td>
        <CertificateCell rater={rater} today={today} issues />
      </td>
      <td>
        <ChecksCell rater={rater} programmeId={seen.programme.id} />
      </td>
      <td className={styles.actions}>
        <EnrolledActions rater={rater} seen={seen} today={today} />
      </td>
    </tr>
  );
}
