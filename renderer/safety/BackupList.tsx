import { Button } from '@mantine/core';
import type { Backup } from '../../preload/api';
import { fileSize, wallTime } from '../format';
import { useWords } from '../words/words';
import { holdsText } from './holds';
import styles from './Safety.module.css';
import { useShown } from './useShown';

type Props = { backups: readonly Backup[]; choose: (backup: Backup) => void };

/** The backups, newest first; the way back to each that is good. */
export function BackupList({ backups, choose }: Props) {
  const { t, language } = useWords();
  const { shown, more } = useShown(backups, 5);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('backups.when')}</th>
            <th scope="col">{t('backups.kindOf')}</th>
            <th scope="col">{t('backups.holds')}</th>
            <th scope="col">{t('backups.size')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => {
            const { name, kind, at, bytes, counts } = backup;
            return (
              <tr key={name}>
                <th scope="row" className={styles.time}>
                  {wallTime(at, language)}
                </th>
                <td>{t(`backups.kind.${kind}`)}</td>
                <td>
                  {counts === undefined ? (
                    <span className={styles.overdue}>{t('backups.unusable')}</span>
                  ) : (
                    holdsText(counts, t)
                  )}
                </td>
                <td className={styles.time}>{fileSize(bytes, language)}</td>
                <td className={styles.buttons}>
                  {counts !== undefined && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('backups.goBackTo', { at: wallTime(at, language) })}
                      onClick={() => choose(backup)}
                    >
                      {t('backups.goBack')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </>
  );
}
