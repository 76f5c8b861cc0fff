import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Session } from '../../db/model';
import type { Deletable } from '../../db/whatGoes';
import { ask } from '../ask';
import { AskToDelete } from '../deletion/AskToDelete';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { go } from '../place';
import { tell, useRefresh } from '../queries';
import { SettingRow } from '../SettingRow';
import { useWords } from '../words/words';
import styles from './Session.module.css';

/** How long the recording may be kept, and the way to delete it, or the whole session. */
export function RetentionCard({ session }: { session: Session }) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const until = useId();
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
      {retention !== null && (
        <>
          <SettingRow label={t('retention.until')} hint={t('retention.hint')} field={until}>
            <DateInput
              id={until}
              aria-describedby={`${until}-hint`}
              w={220}
              placeholder={t('retention.noLimit')}
              clearable
              clearButtonProps={{ 'aria-label': t('retention.clear') }}
              value={retention.keepUntil}
              valueFormat={language === 'nb' ? 'D. MMMM YYYY' : 'D MMMM YYYY'}
              onChange={keepUntil}
            />
          </SettingRow>
          <SettingRow label={t('retention.recording')} hint={t('retention.recordingHint')}>
            <AskToDelete
              label={t('retention.deleteRecording')}
              ask={() => setDeleting({ noun: 'recording', id: retention.recordingId })}
            />
          </SettingRow>
        </>
      )}
      <SettingRow label={t('retention.session')} hint={t('retention.sessionHint')}>
        <AskToDelete
          label={t('retention.deleteSession')}
          ask={() => setDeleting({ noun: 'session', id: session.id })}
        />
      </SettingRow>
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
