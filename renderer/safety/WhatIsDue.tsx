import { NumberInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { DueRecording } from '../../db/retention';
import { AskToDelete } from '../deletion/AskToDelete';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { dayLong, dayShort, fileSize } from '../format';
import { hashOf } from '../place';
import { SettingRow } from '../SettingRow';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import { Part } from './Part';
import styles from './Safety.module.css';
import { useDue } from './useDue';
import { useShown } from './useShown';

/** Recordings that may soon be kept no longer, what is longest overdue first. Nothing is deleted by itself. */
export function WhatIsDue() {
  const { t } = useWords();
  const { settings, save } = useSettings();
  const months = useId();
  const { data: due } = useDue();
  const { shown, more } = useShown(due?.recordings ?? [], 5);
  const [deleting, setDeleting] = useState<string>();
  if (due === undefined) return null;
  return (
    <Part part="due">
      <SettingRow label={t('due.months')} hint={t('due.monthsHint')} field={months}>
        <NumberInput
          id={months}
          aria-describedby={`${months}-hint`}
          w={130}
          placeholder={t('retention.noLimit')}
          min={1}
          max={240}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={settings.keepMonths ?? ''}
          onChange={(value) => save({ keepMonths: typeof value === 'number' && value >= 1 ? value : null })}
        />
      </SettingRow>
      <h3 className={styles.title}>{t('due.list')}</h3>
      {due.recordings.length === 0 ? (
        <p className={styles.hint}>{t('due.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('due.until')}</th>
              <th scope="col">{t('due.recording')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((recording) => (
              <DueRow
                key={recording.id}
                recording={recording}
                today={due.today}
                askToDelete={() => setDeleting(recording.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {more}
      {deleting !== undefined && (
        <DeleteDialog what={{ noun: 'recording', id: deleting }} close={() => setDeleting(undefined)} />
      )}
    </Part>
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
      <td className={styles.time}>
        {dayShort(recording.keepUntil, language)}
        <div className={days > 0 ? styles.overdue : styles.quiet}>{when}</div>
      </td>
      <th scope="row">
        <a href={hashOf({ name: 'session', sessionId: recording.sessionId })}>
          {dayLong(recording.date, language)}
          {recording.groupName !== null && ` · ${recording.groupName}`}
        </a>
        <div className={styles.quiet}>
          <bdi>{recording.name}</bdi> · {size} · {t(recording.kept ? 'keep.kept' : 'recording.linked')}
        </div>
      </th>
      <td className={styles.buttons}>
        <AskToDelete
          small
          label={t('due.delete')}
          name={t('due.deleteOne', { name: recording.name })}
          ask={askToDelete}
        />
      </td>
    </tr>
  );
}
