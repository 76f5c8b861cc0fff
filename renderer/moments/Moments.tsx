import type { Results, ResultsRating } from '../../db/results';
import { useLibrary, useSession } from '../queries';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import { OpenMoments } from './OpenMoments';
import { seatsOf } from './seats';

type Props = {
  results: Results;
  /** The ratings that are looked at. */
  shown: readonly ResultsRating[];
  /** The item whose moments are looked at; undefined for all. */
  item: number | undefined;
  chooseItem: (item: number | undefined) => void;
};

/** The moments that the scores come from: listed, chosen, played one after the other. */
export function Moments(props: Props) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: session } = useSession(props.results.session.id);
  const title = useSessionTitle(session?.session, library);
  // The player begins with the sound as it was left: it waits for the recording.
  if (library === undefined || session === undefined || session === null) return null;
  return (
    <OpenMoments
      {...props}
      title={title}
      recording={session.recording}
      seats={seatsOf(session.session, library.therapists, t)}
    />
  );
}
