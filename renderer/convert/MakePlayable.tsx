import { Button } from '@mantine/core';
import type { RecordingView } from '../../preload/api';
import { useKeeping } from '../keep/useKeeping';
import { playerProblem } from '../player/playable';
import { useWords } from '../words/words';
import { useConversion } from './useConversion';

type Props = { sessionId: string; recording: RecordingView | null };

/** The way out where a copy of the recording could be played; nothing otherwise. */
export function MakePlayable({ sessionId, recording }: Props) {
  if (recording === null || playerProblem(recording)?.kind !== 'convert') return null;
  return <MakeButton sessionId={sessionId} kept={recording.keptAt !== null} />;
}

function MakeButton({ sessionId, kept }: { sessionId: string; kept: boolean }) {
  const { t } = useWords();
  const { current, begin } = useConversion();
  const { current: keeping } = useKeeping();
  return (
    <Button
      mt="sm"
      disabled={current !== undefined || keeping !== undefined}
      onClick={() => begin(sessionId)}
    >
      {t(current !== undefined ? 'conversion.busy' : kept ? 'keep.makePlayable' : 'conversion.make')}
    </Button>
  );
}
