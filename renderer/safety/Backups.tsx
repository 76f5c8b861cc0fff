import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../preload/api';
import { ask } from '../ask';
import { wallTime } from '../format';
import { SettingRow } from '../SettingRow';
import { useWords } from '../words/words';
import { BackupList } from './BackupList';
import styles from './Backups.module.css';
import { Elsewhere } from './Elsewhere';
import { Part } from './Part';
import { RestoreDialog } from './RestoreDialog';
import page from './Safety.module.css';
import { UndoRestore } from './UndoRestore';
import { lastGood, useBackups } from './useBackups';

/** Nothing of the library as it was outlives this in the window. */
const startAnew = () => window.location.reload();

/** When the library was backed up last, and the ways back. */
export function Backups() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { data: backups } = useBackups();
  const [chosen, setChosen] = useState<Backup>();
  const make = useMutation({
    mutationFn: () => ask('makeBackup'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['backups'] }),
  });
  const last = lastGood(backups?.list ?? []);
  const trouble =
    make.data === undefined || make.data.outcome === 'made' ? backups?.trouble : make.data.outcome;
  return (
    <Part part="backups">
      {backups?.undo !== undefined && <UndoRestore before={backups.undo} look={setChosen} done={startAnew} />}
      {(trouble === 'noRoom' || trouble === 'unwritable') && (
        <p className={styles.trouble} role="alert">
          {t(`backups.trouble.${trouble}`)}
        </p>
      )}
      <SettingRow
        label={
          backups == null
            ? t('backups.looking')
            : last === undefined
              ? t('backups.none')
              : t('backups.last', { at: wallTime(last.at, language) })
        }
        hint={t('backups.hint')}
        said={make.data?.outcome === 'made' ? t('backups.madeNow') : undefined}
      >
        <Button variant="default" onClick={() => make.mutate()} loading={make.isPending}>
          {t('backups.make')}
        </Button>
      </SettingRow>
      <Elsewhere />
      {backups != null && backups.list.length > 0 && (
        <>
          <h3 className={page.title}>{t('backups.list')}</h3>
          <BackupList backups={backups.list} choose={setChosen} />
          <p className={styles.folder}>
            {backups.folder}
            <br />
            {t('backups.keysBeside')}
          </p>
        </>
      )}
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} done={startAnew} close={() => setChosen(undefined)} />
      )}
    </Part>
  );
}
