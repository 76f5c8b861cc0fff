import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Deletable, WhatGoes } from '../../db/whatGoes';
import type { DeletionDone } from '../../preload/api';
import { ask } from '../ask';
import { dayLong } from '../format';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Deletion.module.css';
import { goesLines, staysLines } from './goesLines';

type Props = {
  what: Deletable;
  close: () => void;
  /** Called when it is gone, before anything is asked again. */
  deleted?: () => void;
};

/** What goes and what stays, before it is done. Nothing is deleted without this. */
export function DeleteDialog({ what, close, deleted }: Props) {
  const { t, language } = useWords();
  useFocusBack();
  const preview = useQuery({
    queryKey: ['whatGoes', what],
    queryFn: async () => (await ask('whatGoes', what)) ?? null,
    gcTime: 0,
  });
  const goes = preview.data;
  if (goes === undefined) return null;
  const name = goes === null ? '' : what.noun === 'session' ? dayLong(goes.name, language) : goes.name;
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t(`deletion.title.${what.noun}`)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {goes === null || goes.refused !== undefined ? (
        <Stack gap="md">
          <Text>
            {goes === null ? t('deletion.gone') : t(`deletion.refused.${goes.refused ?? 'unseen'}`)}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Agree
          goes={{ ...goes, name }}
          close={close}
          deleted={deleted}
          again={() => void preview.refetch()}
        />
      )}
    </Modal>
  );
}

type AgreeProps = {
  goes: WhatGoes;
  close: () => void;
  deleted: (() => void) | undefined;
  again: () => void;
};

function Agree({ goes, close, deleted, again }: AgreeProps) {
  const words = useWords();
  const { t } = words;
  const refresh = useRefresh();
  const [bin, setBin] = useState(false);
  const [backups, setBackups] = useState(false);
  const linked = goes.recording !== undefined && !goes.recording.kept;
  const { mutate, isPending, data } = useMutation({
    mutationFn: () => ask('deleteIt', { noun: goes.noun, id: goes.id, asOf: goes.asOf, bin, backups }),
    async onSuccess(done) {
      if (done.outcome === 'changed') {
        again();
        return;
      }
      if (done.outcome === 'deleted') deleted?.();
      close();
      tellWhatIsLeft(done, bin, t);
      await refresh();
    },
  });

  return (
    <Stack gap="sm">
      {data?.outcome === 'changed' && <Text role="alert">{t('deletion.changed')}</Text>}
      <div className={styles.goes}>
        <h3>
          <IconMinus size={16} aria-hidden />
          {t('deletion.goes')}
        </h3>
        <ul>
          {goesLines(goes, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className={styles.stays}>
        <h3>
          <IconCheck size={16} aria-hidden />
          {t('deletion.stays')}
        </h3>
        <ul>
          {staysLines(goes, bin, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {linked && (
        <Checkbox
          label={t('deletion.bin')}
          checked={bin}
          onChange={(event) => setBin(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label={t('deletion.backups')}
        description={t('deletion.backupsHint')}
        checked={backups}
        onChange={(event) => setBackups(event.currentTarget.checked)}
      />
      <Text size="sm">{t(backups ? 'deletion.final' : 'deletion.finalWithBackups')}</Text>
      <Group justify="flex-end" mt="xs">
        <Button variant="default" onClick={close} disabled={isPending} data-autofocus>
          {t('cancel')}
        </Button>
        <Button className={styles.delete} onClick={() => mutate()} loading={isPending}>
          {t(`deletion.go.${goes.noun}`)}
        </Button>
      </Group>
    </Stack>
  );
}

/** That something is not done as it was asked for. */
function tellWhatIsLeft(done: DeletionDone, bin: boolean, t: ReturnType<typeof useWords>['t']): void {
  const say = (message: string) =>
    notifications.show({ message, autoClose: false, closeButtonProps: { 'aria-label': t('close') } });
  if (done.outcome === 'gone') say(t('deletion.gone'));
  if (done.outcome === 'refused') say(t(`deletion.refused.${done.refused}`));
  if (done.outcome !== 'deleted') return;
  if (bin && done.file === 'notBinned') say(t('deletion.notBinned'));
  if (!done.finished) say(t('deletion.unfinished'));
  if (done.backups === 'notRemoved') say(t('deletion.backupsLeft'));
}
