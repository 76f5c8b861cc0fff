import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../preload/api';
import { fileSize, wallTime } from '../format';
import { useWords } from '../words/words';
import styles from './Backups.module.css';
import { holdsText } from './holds';

type Props = { backups: readonly Backup[]; choose: (backup: Backup) => void };

const atFirst = 6;

/** The backups, newest first; the way back to each that is good. */
export function BackupList({ backups, choose }: Props) {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? backups : backups.slice(0, atFirst);
  const more = backups.length - shown.length;
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
                <th scope="row">{wallTime(at, language)}</th>
                <td>{t(`backups.kind.${kind}`)}</td>
                <td>
                  {counts === undefined ? (
                    <span className={styles.unusable}>{t('backups.unusable')}</span>
                  ) : (
                    holdsText(counts, t)
                  )}
                </td>
                <td className={styles.size}>{fileSize(bytes, language)}</td>
                <td>
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
      {more > 0 && (
        <Button mt="xs" size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('backups.all', { count: more })}
        </Button>
      )}
    </>
  );
}
