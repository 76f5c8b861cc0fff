import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';
import { MakeStandardDialog } from './MakeStandardDialog';

type Props = {
  sessionId: string;
  /** The locked rating, such as a finished consensus. */
  ratingId: string;
};

/** The way from a rating to the standard of a programme's session. */
export function MakeStandard(props: Props) {
  const { t } = useWords();
  const [opened, open] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => open(true)}>
        {t('programmes.make.open')}
      </Button>
      {opened && <MakeStandardDialog {...props} close={() => open(false)} />}
    </>
  );
}
