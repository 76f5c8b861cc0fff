import { Button, Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '../../db/model';
import type { Deletable } from '../../db/whatGoes';
import { ask } from '../ask';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { go } from '../place';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Session.module.css';

/** How long the recording may be kept, and the way to delete it, or the whole session. */
export function RetentionCard({ session }: { session: Session }) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const { data: retention } = useQuery({
    queryKey: ['retention', session.id],
    queryFn: async () => (await ask('retention', session.id)) ?? null,
  });
  const [deleting, setDeleting] = useState<Deletable>();
  if (retention === undefined) return null;

  const keepUntil = (day: string | null) => {
    if (retention === null) return;
    ask('keepUntil', { recordingId: retention.recordingId, day }).then(refresh).catch(tell);
  };

  return (
    <section className={`card ${styles.wide}`} aria-labelledby="retention">
      <h2 id="retention">{t('retention.title')}</h2>
      <Group gap="md" align="flex-end">
        {retention !== null && (
          <DateInput
            w={240}
            label={t('retention.until')}
            placeholder={t('retention.noLimit')}
            clearable
            clearButtonProps={{ 'aria-label': t('retention.clear') }}
            value={retention.keepUntil}
            valueFormat={language === 'nb' ? 'D. MMMM YYYY' : 'D MMMM YYYY'}
            onChange={keepUntil}
          />
        )}
        {retention !== null && (
          <Button
            variant="default"
            onClick={() => setDeleting({ noun: 'recording', id: retention.recordingId })}
          >
            {t('retention.deleteRecording')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDeleting({ noun: 'session', id: session.id })}>
          {t('retention.deleteSession')}
        </Button>
      </Group>
      <Text c="dimmed" size="sm" mt="xs">
        {t('retention.hint')}
      </Text>
      {deleting !== undefined && (
        <DeleteDialog
          what={deleting}
          close={() => setDeleting(undefined)}
          deleted={() => deleting.noun === 'session' && go({ name: 'library' })}
        />
      )}
    </section>
  );
}
