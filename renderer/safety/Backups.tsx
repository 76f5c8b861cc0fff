import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../preload/api';
import { ask } from '../ask';
import { wallTime } from '../format';
import { useWords } from '../words/words';
import { BackupList } from './BackupList';
import styles from './Backups.module.css';
import { Elsewhere } from './Elsewhere';
import { RestoreDialog } from './RestoreDialog';
import { UndoRestore } from './UndoRestore';
import { useBackups } from './useBackups';

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
  const last = backups?.list.find(({ kind, counts }) => counts !== undefined && kind !== 'damaged');
  const trouble =
    make.data === undefined || make.data.outcome === 'made' ? backups?.trouble : make.data.outcome;
  return (
    <section className="card" aria-labelledby="backups">
      <h2 id="backups">{t('backups.title')}</h2>
      <p className={styles.hint}>{t('backups.hint')}</p>
      {backups?.undo !== undefined && <UndoRestore before={backups.undo} look={setChosen} done={startAnew} />}
      {(trouble === 'noRoom' || trouble === 'unwritable') && (
        <p className={styles.trouble} role="alert">
          {t(`backups.trouble.${trouble}`)}
        </p>
      )}
      <p className={styles.status} role="status">
        {backups == null && t('backups.looking')}
        {backups != null && last === undefined && t('backups.none')}
        {last !== undefined && t('backups.last', { at: wallTime(last.at, language) })}
        {make.data?.outcome === 'made' && ` ${t('backups.madeNow')}`}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => make.mutate()} loading={make.isPending}>
          {t('backups.make')}
        </Button>
      </div>
      {backups != null && backups.list.length > 0 && <BackupList backups={backups.list} choose={setChosen} />}
      {backups != null && (
        <p className={styles.folder}>
          {backups.folder}
          <br />
          {t('backups.keysBeside')}
        </p>
      )}
      <Elsewhere />
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} done={startAnew} close={() => setChosen(undefined)} />
      )}
    </section>
  );
}
