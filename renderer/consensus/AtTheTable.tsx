import type { Rater } from '../../db/model';
import { CheckList } from '../agreement/CheckList';
import { useWords } from '../words/words';
import styles from './Consensus.module.css';
import type { OpenMeeting } from './useConsensus';

/** How many are named; more are told by their number. */
const mostNamed = 3;

/** Who sits at the table: named, and to be chosen anew as long as the meeting is open. */
export function AtTheTable({ meeting, raters }: { meeting: OpenMeeting; raters: readonly Rater[] }) {
  const { t } = useWords();
  const { members, lock } = meeting.view;
  const named = members.slice(0, mostNamed).map(({ name }) => name);
  const more = members.length - named.length;
  const said =
    members.length === 0
      ? t('consensus.nobody')
      : [...named, ...(more > 0 ? [t('consensus.more', { count: more })] : [])].join(', ');
  const everybody = members.map(({ name }) => name).join(', ');
  return (
    <span className={styles.table} title={more > 0 ? everybody : undefined}>
      {t('consensus.table')}{' '}
      {lock === undefined ? (
        <CheckList
          label={t('consensus.table')}
          said={said}
          narrowed={false}
          rows={raters.map(({ id, name, kind }) => ({
            id,
            label: name,
            aside: t(`consensus.kinds.${kind}`),
          }))}
          chosen={new Set(members.map(({ id }) => id))}
          choose={(ids) => void meeting.setMembers(ids)}
        />
      ) : (
        <bdi>{everybody === '' ? said : everybody}</bdi>
      )}
    </span>
  );
}
