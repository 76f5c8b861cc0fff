import { Text } from '@mantine/core';
import { WithheldRating } from '../finish/WithheldRating';
import { therapistLabel } from '../library/people';
import { useLibrary, useSession } from '../queries';
import { useWords } from '../words/words';
import { OpenDesk } from './OpenDesk';
import { type OpenRating, useRating } from './useRating';

/** A rating, or why it is not shown. */
export function Desk({ ratingId, atMs }: { ratingId: string; atMs?: number | undefined }) {
  const { t } = useWords();
  const rating = useRating(ratingId);
  if (rating === null) return <Text p="xl">{t('desk.gone')}</Text>;
  if (rating === undefined) return null;
  return 'outcome' in rating ? (
    <WithheldRating withheld={rating} />
  ) : (
    <ShownDesk rating={rating} atMs={atMs} />
  );
}

/** Waits until everything the desk needs has been read. */
function ShownDesk({ rating, atMs }: { rating: OpenRating; atMs: number | undefined }) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: session } = useSession(rating.view.rating.sessionId);
  if (session === null) return <Text p="xl">{t('desk.gone')}</Text>;
  if (library === undefined || session === undefined) return null;

  const label = (id: string | null) => {
    const therapist = library.therapists.find((one) => one.id === id);
    return therapist && therapistLabel(therapist);
  };
  const seats = {
    first: label(session.session.firstTherapistId) ?? t('mark.first'),
    second: label(session.session.secondTherapistId),
  };
  return <OpenDesk rating={rating} session={session} library={library} seats={seats} atMs={atMs} />;
}
