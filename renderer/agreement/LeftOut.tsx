import type { AgreementLeftOut } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';

/** In the order in which it is told. */
const kinds = [
  'opened',
  'earlierVersion',
  'unsubmitted',
  'withheldSessions',
  'oneRating',
  'consensus',
  'otherEditions',
] as const satisfies (keyof AgreementLeftOut)[];

/** What is not compared, how much of it, and why. */
export function LeftOut({ leftOut }: { leftOut: AgreementLeftOut }) {
  const { t } = useWords();
  const some = kinds.filter((kind) => leftOut[kind] > 0);
  if (some.length === 0) return null;
  return (
    <p className={styles.leftOut}>
      {t('agreement.leftOut.title')}{' '}
      {some.map((kind) => t(`agreement.leftOut.${kind}`, { count: leftOut[kind] })).join(' · ')}
    </p>
  );
}
