/** What goes and what stays, each as a sentence: pure. */
import type { GoingRating, WhatGoes } from '../../db/whatGoes';
import { fileSize } from '../format';
import type { useWords } from '../words/words';

type Says = Pick<ReturnType<typeof useWords>, 't' | 'language'>;

export function goesLines(goes: WhatGoes, { t, language }: Says): string[] {
  const { noun, ratings, recording, events, feedback } = goes;
  const lines = [t(`deletion.itself.${noun}`, { name: goes.name })];
  if (recording !== undefined && (noun === 'session' || recording.kept)) {
    const size = fileSize(recording.sizeBytes, language);
    lines.push(t(recording.kept ? 'deletion.keptFile' : 'deletion.linked', { name: recording.name, size }));
  }
  lines.push(...ratings.map((rating) => ratingLine(rating, t)));
  if (goes.phases > 0) lines.push(t('deletion.phases', { count: goes.phases }));
  if (goes.passages > 0) lines.push(t('deletion.transcript', { count: goes.passages }));
  if (feedback.length > 0) lines.push(t('deletion.feedback', { names: listed(feedback) }));
  if (events.length > 0) lines.push(t('deletion.events', { names: listed(events) }));
  if (goes.programmes.length > 0) lines.push(t('deletion.programmes', { names: listed(goes.programmes) }));
  lines.push(t('deletion.log'));
  return lines;
}

function ratingLine(
  { raterName, purpose, submitted, versions, marks, notes }: GoingRating,
  t: Says['t'],
): string {
  const parts = [
    t('deletion.rating', { name: raterName, purpose: t(`purpose.${purpose}`) }),
    t(submitted ? 'deletion.submitted' : 'deletion.notSubmitted'),
    ...(versions > 1 ? [t('deletion.versions', { count: versions })] : []),
    t('rating.marks', { count: marks }),
    ...(notes > 0 ? [t('deletion.notes', { count: notes })] : []),
  ];
  return parts.join(' · ');
}

/** @param bin whether the file that a recording is linked to goes to the bin */
export function staysLines(goes: WhatGoes, bin: boolean, { t }: Says): string[] {
  const { noun, recording, staying } = goes;
  const lines: string[] = [];
  if (recording !== undefined && !recording.kept && !bin) lines.push(t('deletion.fileStays'));
  if (noun === 'session') lines.push(t('deletion.peopleStay'));
  if (noun === 'recording') {
    lines.push(t('deletion.ratingsStay', { count: staying.ratings }));
    if (staying.unsubmitted > 0) lines.push(t('deletion.unsubmitted', { count: staying.unsubmitted }));
  }
  if (noun === 'therapist') {
    lines.push(t('deletion.sessionsStay', { count: goes.sessions }), t('deletion.namedInText'));
  }
  if (noun === 'group') lines.push(t('deletion.sessionsOfGroup', { count: goes.sessions }));
  lines.push(t('deletion.logStays'));
  return lines;
}

/** Each once, with how often where it is more. */
function listed(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).join(', ');
}
