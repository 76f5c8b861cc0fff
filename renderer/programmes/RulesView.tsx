import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProgrammeSettings, ProgrammeView } from '../../preload/api';
import { AskFirst } from '../AskFirst';
import { ask } from '../ask';
import { go } from '../place';
import { useRefresh } from '../queries';
import { useSite } from '../settings/useSite';
import { useWords } from '../words/words';
import styles from './Rules.module.css';
import { SettingsForm } from './SettingsForm';
import { settingsOf } from './settings';

/** The rules of a programme: they can be changed until a test was given. */
export function RulesView({ seen }: { seen: ProgrammeView }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { data: site } = useSite();
  const { programme, testsGiven } = seen;
  const { mutate: save, isPending } = useMutation({
    mutationFn: (settings: ProgrammeSettings) => ask('editProgramme', { ...settings, id: programme.id }),
    onSuccess: async ({ done }) => {
      await refresh();
      if (!done) {
        notifications.show({
          color: 'red',
          title: t('failure.title'),
          message: t('programmes.rules.notSaved'),
          closeButtonProps: { 'aria-label': t('close') },
        });
      }
    },
  });
  if (site === undefined) return null;
  return (
    <SettingsForm
      // What was saved is what is changed from.
      key={JSON.stringify(programme)}
      initial={settingsOf(programme)}
      editions={site.editions}
      go={t('programmes.rules.save')}
      pending={isPending}
      // Standards and ratings follow the edition; everybody's test is measured alike.
      fixed={{
        edition: seen.enrolments.length > 0 || seen.sessions.some(({ standard }) => standard !== null),
        rules: testsGiven,
      }}
      save={(settings) => save(settings)}
    >
      <Remove seen={seen} />
    </SettingsForm>
  );
}

function Remove({ seen: { programme, enrolments } }: { seen: ProgrammeView }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { mutate: remove } = useMutation({
    mutationFn: () => ask('removeProgramme', programme.id),
    onSuccess: async ({ done }) => {
      if (done) go({ name: 'programmes' });
      await refresh();
    },
  });
  const certificates = enrolments.filter(({ certificate }) => certificate !== null).length;
  return (
    <div className={styles.remove}>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('programmes.remove.open')}
      </Button>
      {asking && (
        <AskFirst
          title={t('programmes.remove.title', { name: programme.name })}
          text={[
            t('programmes.remove.enrolments', { count: enrolments.length }),
            ...(certificates === 0 ? [] : [t('programmes.remove.certificates', { count: certificates })]),
            t('programmes.remove.stays'),
          ].join(' ')}
          go={t('programmes.remove.go')}
          run={() => remove()}
          close={() => setAsking(false)}
        />
      )}
    </div>
  );
}
