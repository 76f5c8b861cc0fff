import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProgrammeView, StandardChoice } from '../../preload/api';
import { ask } from '../ask';
import { useFound } from '../library/useSessions';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { type Addable, addable } from './addable';
import styles from './Programmes.module.css';
import { type Slot, usualStandard } from './slots';
import { useSessionName } from './useSessionName';
import { useSlotName } from './useSlotName';
import { useStandardSaid } from './useStandardSaid';

type Props = {
  slot: Slot;
  seen: ProgrammeView;
  choices: readonly StandardChoice[];
  close: () => void;
};

/** Sessions that can be added to a part: those that could have a standard first, then the others. */
export function AddSessions({ slot, seen, choices, close }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const nameOf = useSessionName();
  const slotName = useSlotName();
  useFocusBack();
  const [sought, seek] = useState('');
  const [chosen, setChosen] = useState<readonly Addable[]>([]);
  const found = useFound({ sought: sought.trim(), groupId: null, waiting: false });
  const taken = new Set(seen.sessions.map(({ session }) => session.id));
  const listed = addable({
    choices,
    rows: found?.sought.sought === sought.trim() ? found.rows : [],
    taken,
    sought,
    nameOf,
  });
  const { mutate: add, isPending } = useMutation({
    mutationFn: async () => {
      for (const { session, choice } of chosen) {
        const standardId = usualStandard(choice);
        await ask('putProgrammeSession', {
          programmeId: seen.programme.id,
          sessionId: session.id,
          ...slot,
          standardId,
        });
      }
    },
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  const enrolled = seen.enrolments.filter(({ endedAt }) => endedAt === null).length;
  const isChosen = (id: string) => chosen.some(({ session }) => session.id === id);
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t('programmes.add.title', { part: slotName(slot) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm">
        <TextInput
          aria-label={t('programmes.add.search')}
          placeholder={t('programmes.add.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={200}
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
          data-autofocus
        />
        {listed.length === 0 ? (
          <Text c="dimmed">{t('programmes.add.nothing')}</Text>
        ) : (
          <ul className={styles.checks} aria-label={t('programmes.add.list')}>
            {listed.map((one) => (
              <li key={one.session.id}>
                <Checkbox
                  label={nameOf(one.session)}
                  description={<StandardHint choice={one.choice} />}
                  checked={isChosen(one.session.id)}
                  onChange={() =>
                    setChosen(
                      isChosen(one.session.id)
                        ? chosen.filter(({ session }) => session.id !== one.session.id)
                        : [...chosen, one],
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {slot.part === 'practice' && enrolled > 0 && (
          <Text c="dimmed">{t('programmes.add.atOnce', { count: enrolled })}</Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button disabled={chosen.length === 0 || isPending} onClick={() => add()}>
            {chosen.length === 0
              ? t('programmes.add.go')
              : t('programmes.add.goCount', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What the session would be compared with. */
function StandardHint({ choice }: Pick<Addable, 'choice'>) {
  const { t } = useWords();
  const said = useStandardSaid();
  if (choice === undefined) return t('programmes.add.noStandard');
  const usual = choice.ratings.find(({ ratingId }) => ratingId === usualStandard(choice));
  return usual === undefined ? t('programmes.add.several', { count: choice.ratings.length }) : said(usual);
}
