/** What happens after a file was given to the program. */
import { notifications } from '@mantine/notifications';
import type { Linked } from '../../preload/api';
import { ask } from '../ask';
import { go } from '../place';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import { problemText } from './problemText';

type Words = ReturnType<typeof useWords>;

export function useLink() {
  const words = useWords();
  const refresh = useRefresh();

  /** Tells what came of it, and goes to the session unless one wants to stay. */
  async function settle(linking: Promise<Linked>, { stay = false } = {}): Promise<Linked | undefined> {
    try {
      const linked = await linking;
      await refresh();
      announce(linked, words);
      if (!stay && (linked.outcome === 'linked' || linked.outcome === 'known')) {
        go({ name: 'session', sessionId: linked.sessionId });
      }
      return linked;
    } catch (error) {
      tell(error);
      return undefined;
    }
  }

  return { settle, choose: () => settle(ask('chooseRecording')) };
}

function announce(linked: Linked, { t }: Words): void {
  const close = { 'aria-label': t('close') };
  if (linked.outcome === 'refused') {
    notifications.show({
      color: 'orange',
      title: t('link.refused', { name: linked.name }),
      message: problemText(linked.problem, t),
      autoClose: false,
      closeButtonProps: close,
    });
  }
  if (linked.outcome === 'known') {
    notifications.show({ message: t('link.known'), closeButtonProps: close });
  }
}
