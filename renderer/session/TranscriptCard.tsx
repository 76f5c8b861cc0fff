import { Button, Group, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { AskFirst } from '../AskFirst';
import { useTakeTranscript, useTranscript } from '../transcript/useTranscript';
import { useWords } from '../words/words';
import styles from './Session.module.css';

const mostNames = 12;

/** What is said in the session, where somebody has written it down. */
export function TranscriptCard({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const transcript = useTranscript(sessionId);
  const { choose, remove } = useTakeTranscript();
  const [asking, setAsking] = useState<'replace' | 'remove'>();
  const close = () => setAsking(undefined);
  const speakers = [...new Set(transcript?.cues.map(({ speaker }) => speaker).filter(Boolean))];

  return (
    <section className="card" aria-labelledby="transcript">
      <h2 id="transcript">{t('transcript.title')}</h2>
      {transcript === null && (
        <>
          <Text c="dimmed">{t('transcript.none')}</Text>
          <Button variant="default" mt="sm" onClick={() => choose(sessionId)}>
            {t('transcript.import')}
          </Button>
        </>
      )}
      {transcript && (
        <>
          <div className={styles.file}>
            <IconFileText size={26} stroke={1.5} aria-hidden />
            <div>
              <div className={styles.fileName}>
                <bdi>{transcript.name}</bdi>
              </div>
              <Text c="dimmed" size="sm" className="tabular">
                {t('transcript.passages', { count: transcript.cues.length })}
                {speakers.length > 0 && ` · ${t('transcript.speakers', { count: speakers.length })}`}
              </Text>
            </div>
          </div>
          {speakers.length > 0 && (
            <p className={styles.speakers}>
              {speakers.slice(0, mostNames).map((speaker) => (
                <bdi key={speaker}>{speaker}</bdi>
              ))}
              {speakers.length > mostNames && <span>…</span>}
            </p>
          )}
          <Group gap="xs" mt="sm">
            <Button variant="default" onClick={() => setAsking('replace')}>
              {t('transcript.replace')}
            </Button>
            <Button variant="default" onClick={() => setAsking('remove')}>
              {t('transcript.remove')}
            </Button>
          </Group>
          {asking === 'replace' && (
            <AskFirst
              title={t('transcript.replaceTitle')}
              text={t('transcript.replaceText', { name: transcript.name })}
              go={t('transcript.chooseAnother')}
              run={() => choose(sessionId)}
              close={close}
            />
          )}
          {asking === 'remove' && (
            <AskFirst
              title={t('transcript.removeTitle')}
              text={t('transcript.removeText', { name: transcript.name })}
              go={t('transcript.removeIt')}
              run={() => remove(sessionId)}
              close={close}
            />
          )}
        </>
      )}
    </section>
  );
}
