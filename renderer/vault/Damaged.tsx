import { Button, Group, Loader } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useState } from 'react';
import type { Backup, Backups, RestorePreview } from '../../preload/api';
import { wallTime } from '../format';
import { BackupList } from '../safety/BackupList';
import backupStyles from '../safety/Backups.module.css';
import { Difference, isEmpty } from '../safety/Difference';
import { RestoreDialog } from '../safety/RestoreDialog';
import { usePreview } from '../safety/useBackups';
import { useRestore } from '../safety/useRestore';
import { useWords } from '../words/words';
import styles from './Damaged.module.css';
import { Folder } from './Folder';
import { Gate } from './Gate';
import { Salvage } from './Salvage';
import { TryAgain } from './TryAgain';
import { turnTo } from './turnTo';

/** `gone`: the file is not there at all. */
type Props = { folder: string; gone: boolean; backups: Backups; enter: () => void };

/** The record is damaged: what happened, what is safe, and the ways on; the newest good backup first. */
export function Damaged({ folder, gone, backups, enter }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Backup>();
  const good = backups.list.filter(({ counts, kind }) => counts !== undefined && kind !== 'damaged');
  const [newest, ...others] = good;
  return (
    <Gate
      title={t(gone ? 'damaged.goneTitle' : 'damaged.title')}
      icon={<IconFileAlert size={22} stroke={1.7} aria-hidden />}
      wide
    >
      <div className={styles.what}>
        <p>{t(gone ? 'damaged.gone' : 'damaged.what')}</p>
        {newest === undefined && <p>{t('damaged.none')}</p>}
      </div>
      {newest !== undefined && <Newest backup={newest} done={enter} />}
      {gone ? (
        <div>
          <TryAgain enter={enter} go={t('inUse.again')} />
        </div>
      ) : (
        <Salvage done={enter} first={newest === undefined} />
      )}
      {others.length > 0 && (
        <section className="card">
          <h2>{t('damaged.others')}</h2>
          <BackupList backups={others} choose={setChosen} />
        </section>
      )}
      <footer className={styles.footer}>
        <Folder folder={folder} />
        <Button variant="subtle" onClick={() => void turnTo(undefined).then(enter)}>
          {t('vault.other')}
        </Button>
      </footer>
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} done={enter} close={() => setChosen(undefined)} />
      )}
    </Gate>
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
      {preview.data?.outcome === 'good' &&
        (holdsAll(preview.data) ? <p>{t('damaged.holdsAll')}</p> : <Difference preview={preview.data} />)}
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

/** Whether going back would cost nothing. */
const holdsAll = ({ compared }: Extract<RestorePreview, { outcome: 'good' }>): boolean =>
  compared !== undefined && isEmpty(compared.onlyNow) && isEmpty(compared.onlyThen);
