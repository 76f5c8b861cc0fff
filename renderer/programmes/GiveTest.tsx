import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrolled, Given, ProgrammeView } from '../../preload/api';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { inSlot } from './slots';
import { useGivenSaid } from './useGivenSaid';

type Props = { rater: Enrolled; seen: ProgrammeView; close: () => void };

/** The next attempt for a rater: what it means is said first, and what came of it afterwards. */
export function GiveTest({ rater, seen, close }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const said = useGivenSaid();
  useFocusBack();
  const {
    mutate: give,
    data: given,
    isPending,
  } = useMutation<Given>({ mutationFn: () => ask('giveTest', rater.enrolmentId), onSuccess: refresh });
  const { name } = rater.rater;
  const { programme } = seen;
  // The attempt that is asked about, once it is given as well.
  const [attempt] = useState(rater.tests.length + 1);
  const fewest = programme.rules.fewestSessions;
  const sessions =
    given?.outcome === 'given'
      ? given.sessions
      : inSlot(seen.sessions, { part: 'test', testSet: attempt }).length;
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('programmes.give.title', {
        name,
        attempt,
        attempts: programme.attempts,
      })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="xs">
        {given === undefined ? (
          <>
            <Text>{t('programmes.give.what', { name })}</Text>
            <Text>{t('programmes.give.stays')}</Text>
            {rater.practice.done < rater.practice.of && (
              <Text c="dimmed">
                {t('programmes.give.practiceLeft', { count: rater.practice.of - rater.practice.done })}
              </Text>
            )}
          </>
        ) : (
          <Text role="status">{said(given)}</Text>
        )}
        {sessions > 0 && sessions < fewest && (
          <Text c="var(--warn)">{t('programmes.give.tooFew', { count: sessions, fewest })}</Text>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {given === undefined ? t('cancel') : t('close')}
          </Button>
          {given === undefined && (
            <Button disabled={isPending} onClick={() => give()}>
              {t('programmes.give.go')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
