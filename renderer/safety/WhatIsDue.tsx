import { Button, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueRecording } from '../../db/retention';
import { ask } from '../ask';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { dayLong, dayShort, fileSize } from '../format';
import { hashOf } from '../place';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import styles from './Log.module.css';

/** Recordings that may soon be kept no longer, what is longest overdue first. Nothing is deleted by itself. */
export function WhatIsDue() {
  const { t } = useWords();
  const { settings, save } = useSettings();
  const { data: due } = useQuery({ queryKey: ['due'], queryFn: () => ask('due') });
  const [deleting, setDeleting] = useState<string>();
  if (due === undefined) return null;
  return (
    <section className="card" aria-labelledby="due">
      <h2 id="due">{t('due.title')}</h2>
      {due.recordings.length === 0 ? (
        <Text c="dimmed">{t('due.none')}</Text>
      ) : (
        <div className={styles.scrolled}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('due.until')}</th>
                <th scope="col">{t('due.recording')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {due.recordings.map((recording) => (
                <DueRow
                  key={recording.id}
                  recording={recording}
                  today={due.today}
                  askToDelete={() => setDeleting(recording.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NumberInput
        w={320}
        mt="md"
        label={t('due.months')}
        description={t('due.monthsHint')}
        placeholder={t('retention.noLimit')}
        min={1}
        max={240}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        value={settings.keepMonths ?? ''}
        onChange={(value) => save({ keepMonths: typeof value === 'number' && value >= 1 ? value : null })}
      />
      {deleting !== undefined && (
        <DeleteDialog what={{ noun: 'recording', id: deleting }} close={() => setDeleting(undefined)} />
      )}
    </section>
  );
}

type RowProps = { recording: DueRecording; today: string; askToDelete: () => void };

function DueRow({ recording, today, askToDelete }: RowProps) {
  const { t, language } = useWords();
  const days = Math.round((Date.parse(today) - Date.parse(recording.keepUntil)) / 86_400_000);
  const size = fileSize(recording.sizeBytes, language);
  const when =
    days === 0
      ? t('due.today')
      : days > 0
        ? t('due.overdue', { count: days })
        : t('due.in', { count: -days });
  return (
    <tr>
      <td>
        {dayShort(recording.keepUntil, language)}
        <div className={days > 0 ? styles.overdue : styles.quiet}>{when}</div>
      </td>
      <th scope="row">
        <a href={hashOf({ name: 'session', sessionId: recording.sessionId })}>
          {dayLong(recording.date, language)}
          {recording.groupName !== null && ` · ${recording.groupName}`}
        </a>
        <div className={styles.quiet}>
          <bdi>{recording.name}</bdi> · {size} · {t(recording.kept ? 'due.kept' : 'due.linked')}
        </div>
      </th>
      <td className={styles.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={askToDelete}
          aria-label={t('due.deleteOne', { name: recording.name })}
        >
          {t('due.delete')}
        </Button>
      </td>
    </tr>
  );
}
