import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProgrammeView } from '../../preload/api';
import { ask } from '../ask';
import { useLibrary, useRefresh } from '../queries';
import { NewRater } from '../session/NewRater';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';

/** Enrols raters, several at once, and says what that does. */
export function EnrolDialog({ seen, close }: { seen: ProgrammeView; close: () => void }) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const refresh = useRefresh();
  useFocusBack();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const programmeId = seen.programme.id;
  const practice = seen.sessions.filter(
    ({ part, standard }) => part === 'practice' && standard !== null,
  ).length;
  const { mutate: enrol, isPending } = useMutation({
    mutationFn: async () => {
      for (const raterId of chosen) await ask('enrol', { programmeId, raterId });
    },
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  const known = new Set(
    seen.enrolments.filter(({ endedAt }) => endedAt === null).map(({ rater }) => rater.id),
  );
  const raters = (library?.raters ?? []).flatMap(({ id, name, kind }) =>
    kind === 'self' || known.has(id) ? [] : [{ id, name, kind }],
  );
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('programmes.enrol.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm">
        <Text>
          {practice === 0
            ? t('programmes.enrol.noPractice')
            : t('programmes.enrol.what', { count: practice })}
        </Text>
        {raters.length === 0 ? (
          <Text c="dimmed">{t('programmes.enrol.nobody')}</Text>
        ) : (
          <ul className={styles.checks} aria-label={t('programmes.enrol.who')}>
            {raters.map(({ id, name, kind }) => (
              <li key={id}>
                <Checkbox
                  label={name}
                  description={t(`newRater.${kind}`)}
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
              </li>
            ))}
          </ul>
        )}
        {library?.viewerId !== undefined && chosen.includes(library.viewerId) && (
          <Text role="status">{t('programmes.enrol.yourself')}</Text>
        )}
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => setAdding(true)}>
            {t('programmes.enrol.newRater')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button disabled={chosen.length === 0 || isPending} onClick={() => enrol()}>
              {chosen.length === 0
                ? t('programmes.enrol.go')
                : t('programmes.enrol.goCount', { count: chosen.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
      {adding && (
        <NewRater
          close={() => setAdding(false)}
          added={({ id }) => {
            setChosen([...chosen, id]);
            void refresh();
          }}
          names={library?.raters.map(({ name }) => name) ?? []}
        />
      )}
    </Modal>
  );
}
