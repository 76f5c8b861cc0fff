import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { AskFirst } from '../AskFirst';
import { ask } from '../ask';
import { usePlace } from '../place';
import { tell, useLibrary } from '../queries';
import { useWords } from '../words/words';
import { useTakeTranscript } from './useTranscript';

/** A transcript dropped on a session, or on the desk of one, becomes that session's; in place of another after a question. */
export function useDropTranscript(): { drop: (file: File) => void; question: ReactNode } {
  const { t } = useWords();
  const place = usePlace();
  const { data: library } = useLibrary();
  const take = useTakeTranscript();
  const [asking, setAsking] = useState<{ sessionId: string; file: File; name: string }>();

  async function drop(file: File): Promise<void> {
    const session = library?.sessions.find(({ id, ratings }) =>
      place.name === 'session'
        ? id === place.sessionId
        : place.name === 'rate' && ratings.some(({ ratingId }) => ratingId === place.ratingId),
    );
    if (session === undefined) {
      notifications.show({
        message: t('transcript.dropWhere'),
        closeButtonProps: { 'aria-label': t('close') },
      });
      return;
    }
    const before = await ask('transcript', session.id);
    if (before === undefined) await take.drop(session.id, file);
    else setAsking({ sessionId: session.id, file, name: before.name });
  }

  const question = asking !== undefined && (
    <AskFirst
      title={t('transcript.replaceTitle')}
      text={t('transcript.replaceText', { name: asking.name })}
      go={t('transcript.replaceIt')}
      run={() => void take.drop(asking.sessionId, asking.file)}
      close={() => setAsking(undefined)}
    />
  );
  return { drop: (file) => void drop(file).catch(tell), question };
}

export const isTranscript = (file: File): boolean => /\.(?:vtt|srt)$/i.test(file.name);
