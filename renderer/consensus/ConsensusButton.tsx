import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Library } from '../../preload/api';
import { useWords } from '../words/words';
import { BeginConsensus } from './BeginConsensus';
import { useConsensusChoice } from './useConsensus';

/** To a meeting over a session: there from the second locked rating on, as far as they may be seen. */
export function ConsensusButton({ sessionId, library }: { sessionId: string; library: Library }) {
  const { t } = useWords();
  const { data: choice } = useConsensusChoice(sessionId);
  const [asking, setAsking] = useState(false);
  if (choice === undefined || choice === null) return null;
  const raters = new Set(choice.candidates.map(({ raterId }) => raterId));
  if (raters.size < 2 && choice.meetings.length === 0) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsersGroup size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('consensus.button')}
      </Button>
      {asking && (
        <BeginConsensus
          sessionId={sessionId}
          choice={choice}
          library={library}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
