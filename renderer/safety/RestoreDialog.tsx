import { Button, Group, Loader, Modal } from '@mantine/core';
import type { Backup } from '../../preload/api';
import { wallTime } from '../format';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Backups.module.css';
import { Difference, isUnchanged } from './Difference';
import { usePreview } from './useBackups';
import { useRestore } from './useRestore';

type Props = { backup: Backup; done: () => void; close: () => void };

/** What going back to a backup would change, and the way to do it. Nothing is changed before that. */
export function RestoreDialog({ backup, done, close }: Props) {
  const { t, language } = useWords();
  const preview = usePreview(backup.name);
  const { restore, failure, busy } = useRestore(done);
  useFocusBack();
  const shown = preview.data;
  const failed = failure ?? (shown && shown.outcome !== 'good' ? shown.outcome : undefined);
  const unchanged = shown?.outcome === 'good' && isUnchanged(shown);
  return (
    <Modal
      opened
      centered
      // What has begun is not left half seen.
      onClose={() => !busy && close()}
      title={t('restore.title', { at: wallTime(backup.at, language) })}
      closeButtonProps={{ 'aria-label': t('close'), disabled: busy }}
    >
      {preview.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          {t('restore.comparing')}
        </Group>
      )}
      {failed !== undefined && (
        <p className={styles.trouble} role="alert">
          {t(`backups.failed.${failed}`)}
        </p>
      )}
      {shown?.outcome === 'good' && failed === undefined && (
        <>
          <Difference preview={shown} />
          {!unchanged && (
            <p className={styles.kept}>
              {t(shown.compared === undefined ? 'restore.damagedKept' : 'restore.kept')}
            </p>
          )}
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} disabled={busy} data-autofocus>
          {t(unchanged ? 'close' : 'cancel')}
        </Button>
        {shown?.outcome === 'good' && failed === undefined && !unchanged && (
          <Button onClick={() => restore(backup.name)} loading={busy}>
            {t('restore.go')}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
