/** What can be done about where a recording lies, on the card of the recording. */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RecordingView } from '../../preload/api';
import { AskFirst } from '../AskFirst';
import { useConversion } from '../convert/useConversion';
import { playerProblem } from '../player/playable';
import { useWords } from '../words/words';
import styles from './KeepPart.module.css';
import { useKeeping } from './useKeeping';

type Props = { recording: RecordingView };

export function KeepPart({ recording }: Props) {
  const { t } = useWords();
  const { current } = useKeeping();
  if (current?.recordingId === recording.id) {
    return (
      <Text className={styles.part} c="dimmed" size="sm">
        {t(`keep.now.${current.step}`)}
      </Text>
    );
  }
  return recording.keptAt === null ? (
    <NotYetKept recording={recording} />
  ) : (
    <InLibrary recording={recording} />
  );
}

/** One piece of work at a time. */
function useBusy(): boolean {
  const { current } = useKeeping();
  const { current: conversion } = useConversion();
  return current !== undefined || conversion !== undefined;
}

function NotYetKept({ recording }: Props) {
  const { t } = useWords();
  const { keep, leave } = useKeeping();
  const busy = useBusy();
  const problem = playerProblem(recording);
  const readable = problem === null || problem.kind === 'convert' || problem.kind === 'codec';
  if (recording.interrupted) {
    return (
      <div className={styles.part}>
        <p className={styles.interrupted} role="status">
          {t('keep.interrupted')}
        </p>
        <Group gap="sm">
          <Button disabled={busy} onClick={() => keep(recording)}>
            {t('keep.goOn')}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => leave(recording)}>
            {t('keep.leave')}
          </Button>
        </Group>
      </div>
    );
  }
  if (!readable) return null;
  return (
    <Offer text={t('keep.hint')}>
      <Button variant="default" disabled={busy} onClick={() => keep(recording)}>
        {t('keep.make')}
      </Button>
    </Offer>
  );
}

function InLibrary({ recording }: Props) {
  const { t } = useWords();
  const { bin, takeOut } = useKeeping();
  const busy = useBusy();
  const [asked, setAsked] = useState<'bin' | 'takeOut'>();
  const close = () => setAsked(undefined);
  const { name, problem } = recording;
  const whole = problem === null || problem.kind === 'convert' || problem.kind === 'codec';
  if (!whole) return null;
  const takeOutButton = (
    <Button variant="default" disabled={busy} onClick={() => setAsked('takeOut')}>
      {t('keep.takeOut')}
    </Button>
  );
  return (
    <>
      {recording.original ? (
        <Offer text={t('keep.original')}>
          <Button variant="default" disabled={busy} onClick={() => setAsked('bin')}>
            {t('keep.bin')}
          </Button>
          {takeOutButton}
        </Offer>
      ) : (
        <Offer>{takeOutButton}</Offer>
      )}
      {asked === 'bin' && (
        <AskFirst
          title={t('keep.binTitle')}
          text={t('keep.binText', { name })}
          go={t('keep.binGo')}
          run={() => bin(recording)}
          close={close}
        />
      )}
      {asked === 'takeOut' && (
        <AskFirst
          title={t('keep.takeOutTitle')}
          text={t('keep.takeOutText')}
          go={t('keep.takeOutGo')}
          run={() => takeOut(recording)}
          close={close}
        />
      )}
    </>
  );
}

function Offer({ text, children }: { text?: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      {text !== undefined && <p className={styles.hint}>{text}</p>}
      <Group gap="sm">{children}</Group>
    </div>
  );
}
