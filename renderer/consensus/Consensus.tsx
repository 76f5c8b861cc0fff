import { Text } from '@mantine/core';
import { WithheldRating } from '../finish/WithheldRating';
import { seatsOf } from '../moments/seats';
import { useLibrary, useSession } from '../queries';
import { useWords } from '../words/words';
import { Meeting } from './Meeting';
import { type OpenMeeting, useConsensus } from './useConsensus';

/** A consensus meeting over one session, or why it is not shown. */
export function Consensus({ ratingId }: { ratingId: string }) {
  const { t } = useWords();
  const meeting = useConsensus(ratingId);
  if (meeting === undefined) return null;
  if (meeting === null) return <Text>{t('consensus.gone')}</Text>;
  return 'outcome' in meeting ? <WithheldRating withheld={meeting} as="div" /> : <Shown meeting={meeting} />;
}

/** The player begins with the sound as it was left: it waits for the recording. */
function Shown({ meeting }: { meeting: OpenMeeting }) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: session } = useSession(meeting.view.session.id);
  if (library === undefined || session === undefined) return null;
  if (session === null) return <Text>{t('consensus.gone')}</Text>;
  const seats = seatsOf(session.session, library.therapists, t);
  return <Meeting meeting={meeting} session={session} library={library} seats={seats} />;
}
