import { Button, Code, Group, Loader, Title } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useState } from 'react';
import type { Backup, Backups } from '../../preload/api';
import { wallTime } from '../format';
import { BackupList } from '../safety/BackupList';
import backupStyles from '../safety/Backups.module.css';
import { Difference } from '../safety/Difference';
import { RestoreDialog } from '../safety/RestoreDialog';
import { usePreview } from '../safety/useBackups';
import { useRestore } from '../safety/useRestore';
import { useWords } from '../words/words';
import styles from './Damaged.module.css';
import { Salvage } from './Salvage';

/** `gone`: the file is not there at all. */
type Props = { folder: string; gone: boolean; backups: Backups; enter: () => void; leave: () => void };

/** The record is damaged: what happened, what is safe, and the ways on; the newest good backup first. */
export function Damaged({ folder, gone, backups, enter, leave }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Backup>();
  const good = backups.list.filter(({ counts, kind }) => counts !== undefined && kind !== 'damaged');
  const [newest, ...others] = good;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <IconFileAlert size={36} stroke={1.5} aria-hidden />
          <Title order={1} size="h2">
            {t(gone ? 'damaged.goneTitle' : 'damaged.title')}
          </Title>
        </header>
        <p>{t(gone ? 'damaged.gone' : 'damaged.what')}</p>
        {newest === undefined ? <p>{t('damaged.none')}</p> : <Newest backup={newest} done={enter} />}
        {!gone && <Salvage done={enter} />}
        {others.length > 0 && (
          <section className="card">
            <h2>{t('damaged.others')}</h2>
            <BackupList backups={others} choose={setChosen} />
          </section>
        )}
        <footer className={styles.footer}>
          <span>{t('damaged.folder')}</span>
          <Code>{folder}</Code>
          <Button variant="default" onClick={leave}>
            {t('damaged.other')}
          </Button>
        </footer>
      </div>
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} done={enter} close={() => setChosen(undefined)} />
      )}
    </main>
  );
}

function Newest({ backup, done }: { backup: Backup; done: () => void }) {
  const { t, language } = useWords();
  const preview = usePreview(backup.name);
  const { restore, failure, busy } = useRestore(done);
  const at = wallTime(backup.at, language);
  const failed =
    failure ?? (preview.data && preview.data.outcome !== 'good' ? preview.data.outcome : undefined);
  return (
    <section className="card">
      <h2>
        {t('damaged.newest')}: {at}
      </h2>
      {preview.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          {t('restore.comparing')}
        </Group>
      )}
      {preview.data?.outcome === 'good' && <Difference preview={preview.data} />}
      {failed !== undefined && (
        <p className={backupStyles.trouble} role="alert">
          {t(`backups.failed.${failed}`)}
        </p>
      )}
      <Button onClick={() => restore(backup.name)} loading={busy} disabled={preview.isPending}>
        {t('backups.goBackTo', { at })}
      </Button>
    </section>
  );
}
