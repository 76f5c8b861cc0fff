import { Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ProgrammeSettings } from '../../preload/api';
import { ask } from '../ask';
import { BackLink } from '../BackLink';
import { go } from '../place';
import { useRefresh } from '../queries';
import { useSite } from '../settings/useSite';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { SettingsForm } from './SettingsForm';
import { usualSettings } from './settings';
import { useMayLead } from './useMayLead';

/** A programme is made by its rules; its sessions come next. */
export function NewProgramme() {
  const { t } = useWords();
  const refresh = useRefresh();
  const { data: site } = useSite();
  const mayLead = useMayLead();
  const { mutate: add, isPending } = useMutation({
    mutationFn: (settings: ProgrammeSettings) => ask('addProgramme', settings),
    onSuccess: async (programme) => {
      await refresh();
      if (programme !== undefined) go({ name: 'programme', programmeId: programme.id, view: 'sessions' });
    },
  });
  const edition = site?.editions.find(({ inUse }) => inUse) ?? site?.editions[0];
  if (site === undefined || edition === undefined || mayLead === undefined) return null;
  return (
    <div className={styles.page}>
      <BackLink to={{ name: 'programmes' }}>{t('places.programmes')}</BackLink>
      <Title order={1} size="h2" mb="sm">
        {t('programmes.newTitle')}
      </Title>
      {mayLead ? (
        <SettingsForm
          initial={usualSettings(edition.id)}
          editions={site.editions}
          go={t('programmes.rules.make')}
          pending={isPending}
          save={(settings) => add(settings)}
        />
      ) : (
        <p className={styles.lead}>{t('programmes.whoCan')}</p>
      )}
    </div>
  );
}
