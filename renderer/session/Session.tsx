import { Text, Title } from '@mantine/core';
import { BackLink } from '../BackLink';
import { ConsensusButton } from '../consensus/ConsensusButton';
import { dayLong } from '../format';
import { useLibrary, useSession } from '../queries';
import { ResultsLink } from '../results/ResultsLink';
import { useWords } from '../words/words';
import { BeginRating } from './BeginRating';
import { RatingsCard } from './RatingsCard';
import { RecordingCard } from './RecordingCard';
import { RetentionCard } from './RetentionCard';
import styles from './Session.module.css';
import { SessionForm } from './SessionForm';
import { TranscriptCard } from './TranscriptCard';
import { useSessionTitle } from './useSessionTitle';
import { WorkOfSession } from './WorkOfSession';

/** One session: what is known of it, its recording, who rates it and what they found. */
export function Session({ sessionId }: { sessionId: string }) {
  const { t, language } = useWords();
  const { data: library } = useLibrary();
  const { data: view } = useSession(sessionId);
  const title = useSessionTitle(view?.session, library);
  if (library === undefined || view === undefined) return null;
  if (view === null) return <Text>{t('session.gone')}</Text>;

  return (
    <>
      <BackLink to={{ name: 'library' }}>{t('places.library')}</BackLink>
      <header className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed" mb="md">
            {dayLong(view.session.date, language)}
          </Text>
        </div>
        <div className={styles.ways}>
          <ConsensusButton sessionId={sessionId} library={library} />
          {view.row.ratings.some(({ submittedAt }) => submittedAt !== null) && (
            <ResultsLink sessionId={sessionId} />
          )}
        </div>
      </header>
      <WorkOfSession sessionId={sessionId} />
      <div className={styles.cards}>
        <section className="card" aria-labelledby="session-facts">
          <h2 id="session-facts">{t('session.facts')}</h2>
          <SessionForm session={view.session} library={library} />
        </section>
        <div className={styles.column}>
          <RecordingCard sessionId={sessionId} recording={view.recording} />
          <TranscriptCard sessionId={sessionId} />
          <section className="card" aria-labelledby="begin-rating">
            <h2 id="begin-rating">{t('begin.title')}</h2>
            <BeginRating session={view.session} library={library} ratings={view.row.ratings} />
          </section>
        </div>
        <RatingsCard session={view.row} viewerId={library.viewerId} scores={view.scores} />
        <RetentionCard session={view.session} />
      </div>
    </>
  );
}
