import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { AskFirst } from '../AskFirst';
import { ask } from '../ask';
import { type Place, usePlace } from '../place';
import { tell } from '../queries';
import { useWords } from '../words/words';
import { useTakeTranscript } from './useTranscript';

/** A transcript dropped on a session, or on the desk of one, becomes that session's; in place of another after a question. */
export function useDropTranscript(): { drop: (file: File) => void; question: ReactNode } {
  const { t } = useWords();
  const place = usePlace();
  const take = useTakeTranscript();
  const [asking, setAsking] = useState<{ sessionId: string; file: File; name: string }>();

  async function drop(file: File): Promise<void> {
    const sessionId = await sessionOf(place);
    if (sessionId === undefined) {
      notifications.show({
        message: t('transcript.dropWhere'),
        closeButtonProps: { 'aria-label': t('close') },
      });
      return;
    }
    const before = await ask('transcript', sessionId);
    if (before === undefined) await take.drop(sessionId, file);
    else setAsking({ sessionId, file, name: before.name });
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

/** The session that a place is about. */
async function sessionOf(place: Place): Promise<string | undefined> {
  if (place.name === 'session') return place.sessionId;
  if (place.name !== 'rate') return undefined;
  const rating = await ask('rating', place.ratingId);
  return rating?.outcome === 'open' ? rating.rating.sessionId : rating?.sessionId;
}

export const isTranscript = (file: File): boolean => /\.(?:vtt|srt)$/i.test(file.name);
