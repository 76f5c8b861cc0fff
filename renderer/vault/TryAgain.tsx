import { Button } from '@mantine/core';
import { ask } from '../ask';
import { useWords } from '../words/words';

/** Goes back to the lock, for when what stood in the way is gone. */
export function TryAgain({ enter }: { enter: () => void }) {
  const { t } = useWords();
  return (
    <Button onClick={() => void ask('tryAgain', { anyway: false }).then(enter)}>{t('inUse.again')}</Button>
  );
}
