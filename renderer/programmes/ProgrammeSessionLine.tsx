import { ActionIcon, Select } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ProgrammeSession, ProgrammeView, StandardChoice } from '../../preload/api';
import { ask } from '../ask';
import { hashOf } from '../place';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { StandardCell } from './StandardCell';
import { isFixed, openSlots, slotKey, slotOf } from './slots';
import { usePutSession } from './usePutSession';
import { useSessionName } from './useSessionName';
import { useSlotName } from './useSlotName';

type Props = {
  session: ProgrammeSession;
  seen: ProgrammeView;
  choice: StandardChoice | undefined;
};

/** One session of a programme: its standard, which part it is in, and the way out. What is given stays. */
export function ProgrammeSessionLine({ session: one, seen, choice }: Props) {
  const { t } = useWords();
  const { programme } = seen;
  const refresh = useRefresh();
  const nameOf = useSessionName();
  const slotName = useSlotName();
  const { mutate: put } = usePutSession();
  const { mutate: remove } = useMutation({
    mutationFn: () => ask('removeProgrammeSession', { programmeId: programme.id, sessionId: one.session.id }),
    onSuccess: refresh,
  });
  const { session, assigned, standard, hasRecording } = one;
  const name = nameOf(session);
  const locked = isFixed(one, seen.sessions);
  const asked = {
    programmeId: programme.id,
    sessionId: session.id,
    part: one.part,
    testSet: one.testSet,
    standardId: standard?.ratingId ?? null,
  };
  return (
    <tr>
      <th scope="row">
        <a href={hashOf({ name: 'session', sessionId: session.id })}>{name}</a>
        {!hasRecording && <span className={styles.under}>{t('programmes.sessions.noRecording')}</span>}
      </th>
      <td>
        <StandardCell
          standard={standard}
          choice={locked ? undefined : choice}
          session={{ id: session.id, name }}
          choose={(standardId) => put({ ...asked, standardId })}
        />
      </td>
      <td>
        {locked ? (
          <span className={styles.locked}>
            <IconLock size={14} aria-hidden />
            {assigned === 0
              ? t('programmes.sessions.setGiven')
              : t('programmes.sessions.assigned', { count: assigned })}
          </span>
        ) : (
          <Select
            size="xs"
            aria-label={t('programmes.sessions.partOf', { session: name })}
            allowDeselect={false}
            data={openSlots(programme.attempts, seen.sessions).map((slot) => ({
              value: slotKey(slot),
              label: slotName(slot),
            }))}
            value={slotKey(one)}
            onChange={(key) => {
              const slot = slotOf(key, programme.attempts);
              if (slot !== undefined) put({ ...asked, ...slot });
            }}
          />
        )}
      </td>
      <td className={styles.actions}>
        {!locked && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('programmes.sessions.removeOf', { session: name })}
            title={t('programmes.sessions.remove')}
            onClick={() => remove()}
          >
            <IconTrash size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
