import { Text } from '@mantine/core';
import i18next from 'i18next';
import { useState } from 'react';
import { dayLong } from '../format';
import { createHeld } from '../held';
import { hashOf } from '../place';
import { useFeedback, useLibrary, useResults, useSession } from '../queries';
import { named } from '../results/named';
import { useWords } from '../words/words';
import { ChooseSections, ChooseWords } from './Choose';
import { ChooseRatings } from './ChooseRatings';
import { sessionSections, useChoices } from './choices';
import { FeedbackField } from './FeedbackField';
import { Paper } from './Paper';
import { fileName } from './plainText';
import { ReportDesk } from './ReportDesk';
import { ReportEmpty } from './ReportEmpty';
import { SessionPaper } from './SessionPaper';
import { chosenRatings, sessionFigures } from './sessionFigures';
import { sessionTitle } from './titles';

/** The written report of a session: what is on paper is what is on the screen. */
export function SessionReport({ sessionId, version }: { sessionId: string; version: string }) {
  const { t } = useWords();
  const about = { sessionId };
  const { data: library } = useLibrary();
  const { data: view } = useSession(sessionId);
  const { data: results } = useResults(sessionId);
  const { data: feedback } = useFeedback(about);
  const choices = useChoices(sessionId);
  const [draft] = useState(() => createHeld<string>(''));
  if (library === undefined || view === undefined || results === undefined || feedback === undefined)
    return null;
  if (view === null || results === null) return <Text>{t('session.gone')}</Text>;

  const words = i18next.getFixedT(choices.language);
  const found = chosenRatings(named(results.ratings, words), choices.own);
  const { session } = results;
  const back = { href: hashOf({ name: 'results', sessionId }), name: t('reports.toResults') };
  if (found.chosen.length === 0)
    return <ReportEmpty back={back} about="session" withheld={results.withheld} />;

  const title = sessionTitle(session, library.groups, words);
  const people = { ...library, names: choices.names };
  const rater = library.raters.find(({ id }) => id === library.viewerId);
  const viewer = rater && { raterId: rater.id, raterName: rater.name };
  return (
    <ReportDesk
      back={back}
      label={t('reports.choices')}
      file={fileName(['MBT-G', title, session.date])}
      foot={`${title} · ${dayLong(session.date, choices.language)}`}
      choices={
        <>
          <ChooseWords choices={choices} />
          <FeedbackField about={about} feedback={feedback} draft={draft} viewer={viewer} />
          <ChooseRatings found={found} choices={choices} people={people} />
          {results.withheld > 0 && (
            <Text c="dimmed" size="sm">
              {t(viewer === undefined ? 'withheld.countForNobody' : 'withheld.count', {
                count: results.withheld,
              })}
            </Text>
          )}
          <ChooseSections choices={choices} sections={sessionSections} />
        </>
      }
      paper={
        <Paper language={choices.language} title={`${words('reports.session')}: ${title}`}>
          <SessionPaper
            session={session}
            phases={results.phases}
            durationMs={view.recording?.durationMs ?? null}
            figures={sessionFigures(found.chosen)}
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
