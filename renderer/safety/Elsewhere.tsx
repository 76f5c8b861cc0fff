import { Button, Checkbox, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../ask';
import { SettingRow } from '../SettingRow';
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
  const said =
    copy.data === undefined || copy.isPending
      ? undefined
      : copy.data.outcome === 'made'
        ? t('elsewhere.made', { folder: copy.data.folder })
        : t(`elsewhere.${copy.data.outcome}`);
  return (
    <SettingRow
      label={t('elsewhere.title')}
      hint={
        <>
          {t('elsewhere.hint')}
          <Checkbox
            mt={6}
            size="xs"
            label={t('elsewhere.recordings')}
            checked={recordings}
            disabled={copy.isPending}
            onChange={({ currentTarget }) => setRecordings(currentTarget.checked)}
          />
          {copy.isPending && share > 0 && (
            <div className={styles.share}>
              <Progress.Root className={styles.bar} size="sm">
                <Progress.Section value={share * 100} aria-label={words} />
              </Progress.Root>
              <span>{words}</span>
            </div>
          )}
        </>
      }
      said={said}
    >
      {copy.isPending && share > 0 ? (
        <Button variant="default" onClick={() => void ask('cancelBackUpElsewhere')}>
          {t('cancel')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => copy.mutate()} loading={copy.isPending}>
          {t('elsewhere.choose')}
        </Button>
      )}
    </SettingRow>
  );
}
