import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { Api } from '../../preload/api';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';

type Put = Parameters<Api['putProgrammeSession']>[0];

/** Adds a session to a programme, or changes its part or standard; says so when the record refused. */
export function usePutSession() {
  const { t } = useWords();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (session: Put) => ask('putProgrammeSession', session),
    onSuccess: async ({ done }) => {
      await refresh();
      if (!done) {
        notifications.show({
          color: 'red',
          title: t('failure.title'),
          message: t('programmes.sessions.notPut'),
          closeButtonProps: { 'aria-label': t('close') },
        });
      }
    },
  });
}
