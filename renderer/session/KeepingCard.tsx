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
export function KeepingCard({ session }: { session: Session }) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const { data: keeping } = useQuery({
    queryKey: ['keeping', session.id],
    queryFn: async () => (await ask('keeping', session.id)) ?? null,
  });
  const [deleting, setDeleting] = useState<Deletable>();
  if (keeping === undefined) return null;

  const keepUntil = (day: string | null) => {
    if (keeping === null) return;
    ask('keepUntil', { recordingId: keeping.recordingId, day }).then(refresh).catch(tell);
  };

  return (
    <section className={`card ${styles.wide}`} aria-labelledby="keeping">
      <h2 id="keeping">{t('keeping.title')}</h2>
      <Group gap="md" align="flex-end">
        {keeping !== null && (
          <DateInput
            w={240}
            label={t('keeping.until')}
            placeholder={t('keeping.noLimit')}
            clearable
            clearButtonProps={{ 'aria-label': t('keeping.clear') }}
            value={keeping.keepUntil}
            valueFormat={language === 'nb' ? 'D. MMMM YYYY' : 'D MMMM YYYY'}
            onChange={keepUntil}
          />
        )}
        {keeping !== null && (
          <Button
            variant="default"
            onClick={() => setDeleting({ noun: 'recording', id: keeping.recordingId })}
          >
            {t('keeping.deleteRecording')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDeleting({ noun: 'session', id: session.id })}>
          {t('keeping.deleteSession')}
        </Button>
      </Group>
      <Text c="dimmed" size="sm" mt="xs">
        {t('keeping.hint')}
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
