import { Text } from '@mantine/core';
import { therapistLabel } from '../library/people';
import { useLibrary, useSession } from '../queries';
import { useWords } from '../words/words';
import { OpenDesk } from './OpenDesk';
import { useRating } from './useRating';

/** Waits until everything the desk needs has been read. */
export function Desk({ ratingId }: { ratingId: string }) {
  const { t } = useWords();
  const rating = useRating(ratingId);
  const { data: library } = useLibrary();
  const { data: session } = useSession(rating?.view.rating.sessionId);
  if (rating === null || session === null) return <Text p="xl">{t('desk.gone')}</Text>;
  if (rating === undefined || library === undefined || session === undefined) return null;

  const label = (id: string | null) => {
    const therapist = library.therapists.find((one) => one.id === id);
    return therapist && therapistLabel(therapist);
  };
  const seats = {
    first: label(session.session.firstTherapistId) ?? t('mark.first'),
    second: label(session.session.secondTherapistId),
  };
  return <OpenDesk rating={rating} session={session} library={library} seats={seats} />;
}
