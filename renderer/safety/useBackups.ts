import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Backup } from '../../preload/api';
import { ask } from '../ask';
import { useWords } from '../words/words';

/** `null` when there is no library whose backups they could be. */
export const useBackups = () =>
  useQuery({ queryKey: ['backups'], queryFn: async () => (await ask('backups')) ?? null });

/** The newest that can be gone back to. @param backups newest first */
export const lastGood = (backups: readonly Backup[]): Backup | undefined =>
  backups.find(({ kind, counts }) => counts !== undefined && kind !== 'damaged');

/** What going back to one would change; read anew each time it is shown. */
export const usePreview = (name: string | undefined) =>
  useQuery({
    queryKey: ['previewRestore', name],
    queryFn: () => (name === undefined ? null : ask('previewRestore', name)),
    enabled: name !== undefined,
    gcTime: 0,
  });

/** Keeps the list as it is on the disk, and says it once when no backup can be made. */
export function useBackupNews(): void {
  const { t } = useWords();
  const queries = useQueryClient();
  useEffect(() => {
    const offMade = window.api.on('backupMade', () => {
      notifications.hide('backup-trouble');
      void queries.invalidateQueries({ queryKey: ['backups'] });
    });
    const offTrouble = window.api.on('backupTrouble', (trouble) => {
      void queries.invalidateQueries({ queryKey: ['backups'] });
      notifications.show({
        id: 'backup-trouble',
        color: 'orange',
        title: t('backups.trouble.title'),
        message: t(`backups.trouble.${trouble}`),
        autoClose: false,
        closeButtonProps: { 'aria-label': t('close') },
      });
    });
    return () => {
      offMade();
      offTrouble();
    };
  }, [queries, t]);
}
