import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { hashOf } from '../place';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { isFixed, openSlots, type Slot, slotKey, slotOf } from './slots';
import { useProgramme, useProgrammes, useStandardChoices } from './useProgrammes';
import { useSlotName } from './useSlotName';

type Props = { sessionId: string; ratingId: string; close: () => void };

const practice: Slot = { part: 'practice', testSet: null };

/** Which programme, and for which part of it; what cannot be is said. */
export function MakeStandardDialog({ sessionId, ratingId, close }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const slotName = useSlotName();
  useFocusBack();
  const { data: programmes } = useProgrammes();
  const led = programmes?.filter(({ role }) => role === 'leads') ?? [];
  const [wanted, want] = useState<string>();
  const programmeId = wanted ?? led[0]?.id;
  const { data: seen } = useProgramme(programmeId);
  const { data: choices } = useStandardChoices(programmeId);
  const [key, setKey] = useState<string | null>(null);
  const { mutate, data, isPending, reset } = useMutation({
    mutationFn: async (slot: Slot) =>
      programmeId === undefined
        ? { done: false }
        : ask('putProgrammeSession', { programmeId, sessionId, ...slot, standardId: ratingId }),
    onSuccess: refresh,
  });
  if (programmes === undefined) return null;
  const attempts = seen?.programme.attempts ?? 1;
  const sessions = seen?.sessions ?? [];
  const there = sessions.find(({ session }) => session.id === sessionId);
  const slots = openSlots(attempts, sessions);
  const slot = slotOf(key, attempts) ?? there ?? practice;
  const fits = choices?.some(({ ratings }) => ratings.some((one) => one.ratingId === ratingId));
  const already = there?.standard?.ratingId === ratingId && slotKey(there) === slotKey(slot);
  const refused =
    there !== undefined && isFixed(there, sessions)
      ? t('programmes.make.assigned')
      : fits === false
        ? t('programmes.make.doesNotFit')
        : undefined;
  const done = data?.done === true;
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('programmes.make.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm">
        {led.length === 0 ? (
          <Text>
            {t('programmes.make.noProgramme')}{' '}
            <a className={styles.link} href={hashOf({ name: 'programmes' })}>
              {t('programmes.make.toProgrammes')}
            </a>
          </Text>
        ) : done ? (
          <Text role="status">
            {t('programmes.make.done', { name: seen?.programme.name ?? '', part: slotName(slot) })}
          </Text>
        ) : (
          <>
            <Select
              label={t('programmes.make.programme')}
              allowDeselect={false}
              data={led.map(({ id, name }) => ({ value: id, label: name }))}
              value={programmeId ?? null}
              onChange={(id) => {
                want(id ?? undefined);
                setKey(null);
                reset();
              }}
              data-autofocus
            />
            <Select
              label={t('programmes.make.part')}
              allowDeselect={false}
              disabled={refused !== undefined}
              data={slots.map((one) => ({ value: slotKey(one), label: slotName(one) }))}
              value={slotKey(slot)}
              onChange={setKey}
            />
            <Text role="status">
              {refused ??
                (data?.done === false
                  ? t('programmes.make.refused')
                  : already
                    ? t('programmes.make.already')
                    : there === undefined
                      ? t('programmes.make.adds')
                      : t('programmes.make.replaces'))}
            </Text>
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {led.length === 0 || done ? t('close') : t('cancel')}
          </Button>
          {led.length > 0 && !done && (
            <Button
              disabled={refused !== undefined || fits === undefined || already || isPending}
              onClick={() => mutate({ part: slot.part, testSet: slot.testSet })}
            >
              {t('programmes.make.go')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
