import type { OneSided, RestorePreview } from '../../preload/api';
import { dayShort } from '../format';
import { useWords, type Words } from '../words/words';
import styles from './Backups.module.css';
import { holdsText } from './holds';

type Good = Extract<RestorePreview, { outcome: 'good' }>;

/** What going back would take away and bring back, in plain words. */
export function Difference({ preview }: { preview: Good }) {
  const { backup, compared } = preview;
  const { t } = useWords();
  if (compared === undefined) {
    const holds = backup.counts === undefined ? '' : holdsText(backup.counts, t);
    return <p className={styles.status}>{t('restore.unknown', { holds })}</p>;
  }
  const { onlyNow, onlyThen } = compared;
  if (isUnchanged(preview)) return <p className={styles.status}>{t('restore.same')}</p>;
  return (
    <>
      {isEmpty(onlyNow) ? (
        <p className={styles.status}>{t('restore.nothingLost')}</p>
      ) : (
        <Side
          title={t('restore.lost')}
          side={onlyNow}
          changes={t('restore.since', { count: onlyNow.changes })}
        />
      )}
      {!isEmpty(onlyThen) && (
        <Side
          title={t('restore.back')}
          side={onlyThen}
          changes={t('restore.again', { count: onlyThen.changes })}
        />
      )}
    </>
  );
}

export const isEmpty = ({ sessions, ratings, marks, changes }: OneSided): boolean =>
  sessions + ratings + marks + changes === 0;

/** The backup holds what the library holds. */
export const isUnchanged = ({ compared }: Good): boolean =>
  compared !== undefined && isEmpty(compared.onlyNow) && isEmpty(compared.onlyThen);

/** So many are named by the record at most. */
const named = 50;

function Side({ title, side, changes }: { title: string; side: OneSided; changes: string }) {
  const { t, language } = useWords();
  const others = Math.max(0, side.ratings - named);
  return (
    <section className={styles.side}>
      <h3>{title}</h3>
      <ul>
        {wholeNouns(side, t).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {side.changes > 0 && <li>{changes}</li>}
      </ul>
      {side.named.length > 0 && (
        <ul className={styles.named}>
          {side.named.map(({ ratingId, raterName, groupName, number, date, changes: count, whole }) => {
            const group = groupName ?? t('restore.noGroup');
            const session = number === null ? group : t('session.title', { group, number });
            const what = whole ? t('restore.whole') : t('backups.changes', { count });
            return (
              <li key={ratingId}>{`${raterName} · ${session} · ${dayShort(date, language)}: ${what}`}</li>
            );
          })}
          {others > 0 && <li>{t('restore.more', { count: others })}</li>}
        </ul>
      )}
    </section>
  );
}

const wholeNouns = ({ sessions, ratings, marks }: OneSided, t: Words): string[] => [
  ...(sessions > 0 ? [t('backups.sessions', { count: sessions })] : []),
  ...(ratings > 0 ? [t('backups.ratings', { count: ratings })] : []),
  ...(marks > 0 ? [t('backups.marks', { count: marks })] : []),
];
