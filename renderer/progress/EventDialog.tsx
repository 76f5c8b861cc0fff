import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Event, NewEvent } from '../../db/model';
import type { Subject } from '../../db/progress';
import type { Library } from '../../preload/api';
import { ask } from '../ask';
import { therapistLabel } from '../library/people';
import { tell, useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';

type Owner = Pick<NewEvent, 'therapistId' | 'groupId'>;
type Props = {
  /** Undefined for a new one. */
  event: Event | undefined;
  subject: Subject;
  library: Library;
  close: () => void;
};

/** A day and a name on the time axis, such as 'course in March'. Enter keeps it, Escape leaves it. */
export function EventDialog({ event, subject, library, close }: Props) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  useFocusBack();
  const owners = [
    ...ownersOf(subject, library),
    { value: '', label: t('progress.everybody'), therapistId: null, groupId: null },
  ];
  const [name, setName] = useState(event?.name ?? '');
  const [date, setDate] = useState<string | null>(event?.date ?? null);
  const [value, setValue] = useState(event ? (event.therapistId ?? event.groupId ?? '') : owners[0]?.value);
  const done = (work: Promise<unknown>) => work.then(refresh).then(close).catch(tell);
  const keep = () => {
    const owner: Owner | undefined = owners.find((one) => one.value === value);
    if (name.trim() === '' || date === null || owner === undefined) return;
    const { therapistId, groupId } = owner;
    const fields = { name: name.trim(), date, therapistId, groupId };
    done(event === undefined ? ask('addEvent', fields) : ask('editEvent', { id: event.id, ...fields }));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={event === undefined ? t('progress.newEvent') : t('progress.editEvent')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          keep();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('progress.eventName')}
            placeholder={t('progress.eventExample')}
            value={name}
            onChange={(changed) => setName(changed.currentTarget.value)}
            maxLength={200}
            data-autofocus
          />
          <DateInput
            label={t('progress.eventDay')}
            value={date}
            valueFormat={language === 'nb' ? 'D. MMMM YYYY' : 'D MMMM YYYY'}
            onChange={setDate}
          />
          <Select
            label={t('progress.eventFor')}
            data={owners.map((owner) => ({ value: owner.value, label: owner.label }))}
            value={value ?? null}
            onChange={(next) => setValue(next ?? '')}
            allowDeselect={false}
          />
          <Group justify="flex-end" mt="xs">
            {event !== undefined && (
              <Button
                variant="subtle"
                color="red"
                mr="auto"
                onClick={() => done(ask('removeEvent', event.id))}
              >
                {t('progress.removeEvent')}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === '' || date === null}>
              {event === undefined ? t('add') : t('progress.keepEvent')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Whom an event of this subject can be of: a pair has no events of its own, its therapists have. */
function ownersOf(
  subject: Subject,
  { therapists, groups }: Library,
): (Owner & { value: string; label: string })[] {
  if (subject.kind === 'group') {
    return groups
      .filter(({ id }) => id === subject.groupId)
      .map(({ id, name }) => ({ value: id, label: name, therapistId: null, groupId: id }));
  }
  const ids = subject.kind === 'pair' ? subject.therapistIds : [subject.therapistId];
  return therapists
    .filter(({ id }) => ids.includes(id))
    .map((therapist) => ({
      value: therapist.id,
      label: therapistLabel(therapist),
      therapistId: therapist.id,
      groupId: null,
    }));
}
