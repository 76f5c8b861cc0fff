import { Text } from '@mantine/core';
import i18next from 'i18next';
import { useState } from 'react';
import { dayShort } from '../format';
import { createHeld } from '../held';
import { hashOf } from '../place';
import { useFeedback, useLibrary, useProgress } from '../queries';
import { useWords } from '../words/words';
import { ChooseSections, ChooseWords } from './Choose';
import { ChoosePeriod } from './ChoosePeriod';
import { progressSections, useChoices } from './choices';
import { FeedbackField } from './FeedbackField';
import { Paper } from './Paper';
import { ProgressPaper } from './ProgressPaper';
import { therapistIn } from './people';
import { fileName } from './plainText';
import { editionOf, progressFigures } from './progressFigures';
import { ReportDesk } from './ReportDesk';
import { ReportEmpty } from './ReportEmpty';

/** The written report of a therapist's progress over a period. */
export function ProgressReport({ therapistId, version }: { therapistId: string; version: string }) {
  const { t } = useWords();
  const about = { therapistId };
  const { data: library } = useLibrary();
  const { data: progress } = useProgress({ kind: 'therapist', therapistId });
  const { data: feedback } = useFeedback(about);
  const choices = useChoices(therapistId);
  const [draft] = useState(() => createHeld<string>(''));
  if (library === undefined || progress == null || feedback === undefined) return null;

  const { edition, editions } = editionOf(progress, choices.own);
  const subject = { kind: 'therapist', therapistId } as const;
  const back = { href: hashOf({ name: 'progress', subject, view: 'time' }), name: t('reports.toProgress') };
  const people = { ...library, names: choices.names };
  const therapist = therapistIn(people, therapistId);
  const [first, last] = [progress.sessions[0]?.date, progress.sessions.at(-1)?.date];
  if (edition === undefined || therapist === undefined || first === undefined || last === undefined)
    return <ReportEmpty back={back} about="progress" withheld={0} />;

  const figures = progressFigures(progress, edition.id, choices.own);
  const words = i18next.getFixedT(choices.language);
  const rater = library.raters.find(({ id }) => id === library.viewerId);
  const viewer = rater && { raterId: rater.id, raterName: rater.name };
  // Of the sessions that are told, as on the paper.
  const days = [
    figures.sessions[0]?.date ?? choices.own.from ?? first,
    figures.sessions.at(-1)?.date ?? choices.own.to ?? last,
  ] as const;
  return (
    <ReportDesk
      back={back}
      label={t('reports.choices')}
      file={fileName(['MBT-G', words('reports.file'), therapist, ...new Set(days)])}
      foot={`${words('reports.progress')} · ${therapist} · ${[...new Set(days)].map((day) => dayShort(day, choices.language)).join(' – ')}`}
      choices={
        <>
          <ChoosePeriod choices={choices} days={[first, last]} editions={editions} edition={edition.id} />
          <ChooseWords choices={choices} />
          <FeedbackField about={about} feedback={feedback} draft={draft} viewer={viewer} />
          {progress.withheldSessions > 0 && (
            <Text c="dimmed" size="sm">
              {t('progress.withheld', { count: progress.withheldSessions })}
            </Text>
          )}
          <ChooseSections choices={choices} sections={progressSections} />
        </>
      }
      paper={
        <Paper language={choices.language} title={`${words('reports.progress')}: ${therapist}`}>
          <ProgressPaper
            therapist={therapist}
            edition={edition}
            figures={figures}
            feedback={feedback}
            draft={draft}
            viewer={viewer}
            people={people}
            choices={choices}
            version={version}
          />
        </Paper>
      }
    />
  );
}
