import { Button } from '@mantine/core';
import { ask } from '../ask';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';

/** Uncovers others' ratings of a session. What that means stands beside the button. */
export function ShowOthers({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const show = async () => {
    await ask('showOthers', sessionId);
    await refresh();
  };
  return (
    <Button variant="default" onClick={() => show().catch(tell)}>
      {t('withheld.show')}
    </Button>
  );
}
