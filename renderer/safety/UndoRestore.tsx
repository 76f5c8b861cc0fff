import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Backup } from '../../preload/api';
import { ask } from '../ask';
import { wallTime } from '../format';
import { useWords } from '../words/words';
import styles from './Backups.module.css';
import { isEmpty } from './Difference';
import { useRestore } from './useRestore';

type Props = {
  /** The library as it was before. */
  before: Backup;
  /** Shows what would be lost, where something would. */
  look: (backup: Backup) => void;
  done: () => void;
};

/** One click back, as long as nothing was done since; after that it is looked at first. */
export function UndoRestore({ before, look, done }: Props) {
  const { t, language } = useWords();
  const { restore, failure, busy } = useRestore(done);
  const check = useMutation({
    mutationFn: () => ask('previewRestore', before.name),
    onSuccess: (preview) => {
      const nothingLost =
        preview.outcome === 'good' && preview.compared !== undefined && isEmpty(preview.compared.onlyNow);
      if (nothingLost) restore(before.name);
      else look(before);
    },
  });
  return (
    <div className={styles.undo}>
      <span>
        {failure === undefined
          ? t('backups.restored', { at: wallTime(before.at, language) })
          : t(`backups.failed.${failure}`)}
      </span>
      <Button variant="default" onClick={() => check.mutate()} loading={busy || check.isPending}>
        {t('backups.undo')}
      </Button>
    </div>
  );
}
