import { NumberInput, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Session } from '../../db/model';
import type { Library } from '../../preload/api';
import { ask } from '../ask';
import { therapistLabel } from '../library/people';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import { NewGroup } from './NewGroup';
import { NewTherapist } from './NewTherapist';
import styles from './Session.module.css';

const adding = 'add';

/** What is known of a session. Each field is saved when it is left. */
export function SessionForm({ session, library }: { session: Session; library: Library }) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const [newGroup, setNewGroup] = useState(false);
  const [newTherapist, setNewTherapist] = useState<'firstTherapistId' | 'secondTherapistId'>();
  const [number, setNumber] = useState<string | number>(session.number ?? '');
  const [patients, setPatients] = useState<string | number>(session.patientsPresent ?? '');

  const edit = (changed: Partial<Session>) => {
    ask('editSession', { ...changed, id: session.id })
      .then(refresh)
      .catch(tell);
  };
  const whole = (value: string | number) => (typeof value === 'number' ? value : null);

  const therapist = (seat: 'firstTherapistId' | 'secondTherapistId', other: string | null) => (
    <Select
      label={t(`session.${seat}`)}
      placeholder={t('session.choose')}
      clearable
      searchable
      data={[
        ...library.therapists
          .filter(({ id }) => id !== other)
          .map((one) => ({ value: one.id, label: therapistLabel(one) })),
        { value: adding, label: t('session.newTherapist') },
      ]}
      value={session[seat]}
      onChange={(value) => (value === adding ? setNewTherapist(seat) : edit({ [seat]: value }))}
    />
  );

  return (
    <Stack gap="sm">
      <Select
        label={t('session.group')}
        placeholder={t('session.choose')}
        clearable
        searchable
        data={[
          ...library.groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: adding, label: t('session.newGroup') },
        ]}
        value={session.groupId}
        onChange={(value) => (value === adding ? setNewGroup(true) : edit({ groupId: value }))}
      />
      <div className={styles.pair}>
        <DateInput
          label={t('session.date')}
          value={session.date}
          valueFormat={language === 'nb' ? 'D. MMMM YYYY' : 'D MMMM YYYY'}
          onChange={(date) => date !== null && edit({ date })}
        />
        <NumberInput
          label={t('session.number')}
          value={number}
          onChange={setNumber}
          onBlur={() => whole(number) !== session.number && edit({ number: whole(number) })}
          min={1}
          max={9999}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          hideControls
        />
      </div>
      {therapist('firstTherapistId', session.secondTherapistId)}
      {therapist('secondTherapistId', session.firstTherapistId)}
      <NumberInput
        label={t('session.patientsPresent')}
        value={patients}
        onChange={setPatients}
        onBlur={() =>
          whole(patients) !== session.patientsPresent && edit({ patientsPresent: whole(patients) })
        }
        min={0}
        max={99}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
      />
      {newGroup && (
        <NewGroup
          close={() => setNewGroup(false)}
          added={(group) => edit({ groupId: group.id })}
          names={library.groups.map(({ name }) => name)}
        />
      )}
      {newTherapist !== undefined && (
        <NewTherapist
          close={() => setNewTherapist(undefined)}
          added={(one) => edit({ [newTherapist]: one.id })}
          codes={library.therapists.map(({ code }) => code)}
        />
      )}
    </Stack>
  );
}
