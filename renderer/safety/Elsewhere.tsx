import { Button, Checkbox, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import styles from './Backups.module.css';

/** A backup that survives the loss of this disk. */
export function Elsewhere() {
  const { t } = useWords();
  const [recordings, setRecordings] = useState(false);
  const [share, setShare] = useState(0);
  const copy = useMutation({
    mutationFn: () => ask('backUpElsewhere', { recordings }),
    onMutate: () => setShare(0),
  });
  useEffect(() => window.api.on('backupShare', setShare), []);
  const words = t('elsewhere.busy', { percent: Math.floor(share * 100) });
  return (
    <div className={styles.elsewhere}>
      <h3>{t('elsewhere.title')}</h3>
      <p className={styles.hint}>
        {t('backups.sameDisk')} {t('elsewhere.hint')}
      </p>
      <Checkbox
        mb="sm"
        label={t('elsewhere.recordings')}
        checked={recordings}
        disabled={copy.isPending}
        onChange={({ currentTarget }) => setRecordings(currentTarget.checked)}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => copy.mutate()} loading={copy.isPending}>
          {t('elsewhere.choose')}
        </Button>
        {copy.isPending && share > 0 && (
          <>
            <Progress.Root className={styles.bar} size="sm">
              <Progress.Section value={share * 100} aria-label={words} />
            </Progress.Root>
            <span>{words}</span>
            <Button variant="subtle" onClick={() => void ask('cancelBackUpElsewhere')}>
              {t('cancel')}
            </Button>
          </>
        )}
      </div>
      {copy.data !== undefined && (
        <p className={styles.folder} role="status">
          {copy.data.outcome === 'made'
            ? t('elsewhere.made', { folder: copy.data.folder })
            : t(`elsewhere.${copy.data.outcome}`)}
        </p>
      )}
    </div>
  );
}
