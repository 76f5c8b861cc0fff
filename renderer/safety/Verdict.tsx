import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Fault, Verified } from '../../db/verify';
import { wallTime } from '../format';
import { useWords } from '../words/words';
import styles from './Safety.module.css';

/** What going through the log came to, in plain words. */
export function Verdict({ verified }: { verified: Verified }) {
  const { t, language } = useWords();
  const { changes, erased, from, to, faults, faultCount } = verified;
  if (faultCount > 0) {
    return (
      <div className={`${styles.verdict} ${styles.broken}`}>
        <IconAlertTriangle size={20} aria-hidden />
        <div>
          <p>
            <b>{t('log.broken', { count: faultCount })}</b>
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.kind} ${fault.after} ${fault.before}`}>
                <FaultLine fault={fault} />
              </li>
            ))}
          </ul>
          {faultCount > faults.length && <p>{t('log.moreFaults', { count: faultCount - faults.length })}</p>}
          <p>{t('log.whatToDo')}</p>
        </div>
      </div>
    );
  }
  const span =
    from !== null &&
    to !== null &&
    t('log.span', { count: changes, from: wallTime(from, language), to: wallTime(to, language) });
  return (
    <div className={styles.verdict}>
      <IconCircleCheck size={20} aria-hidden />
      <div>
        <p>
          <b>{t('log.unbroken')}</b> {span}
        </p>
        {erased > 0 && <p>{t('log.erased', { count: erased })}</p>}
      </div>
    </div>
  );
}

function FaultLine({ fault: { kind, after, before, count } }: { fault: Fault }) {
  const { t, language } = useWords();
  const place =
    after !== null && before !== null
      ? sameMinute(after, before)
        ? t('log.around', { at: wallTime(after, language) })
        : t('log.between', { after: wallTime(after, language), before: wallTime(before, language) })
      : after !== null
        ? t('log.since', { after: wallTime(after, language) })
        : before !== null
          ? t('log.until', { before: wallTime(before, language) })
          : t('log.anywhere');
  return `${place}: ${t(`log.fault.${kind}`, { count })}`;
}

/** What was edited may tell a time before the one that it follows. */
const sameMinute = (after: string, before: string): boolean => before.slice(0, 16) <= after.slice(0, 16);
