import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Strip } from './Strip';

/** Says that the folder of the library is not where it was, as long as that is so, and that it is back. */
export function Away() {
  const { t } = useWords();
  const [away, setAway] = useState(false);
  useEffect(
    () =>
      window.api.on('libraryAway', (now) => {
        setAway(now);
        if (now) return;
        notifications.hide('not-saved-folderGone');
        notifications.show({
          id: 'library-back',
          message: t('away.back'),
          closeButtonProps: { 'aria-label': t('close') },
        });
      }),
    [t],
  );
  if (!away) return null;
  return (
    <Strip
      tone="urgent"
      icon={<IconPlugConnectedX size={20} aria-hidden />}
      title={t('away.title')}
      text={t('away.text')}
    >
      <Button size="compact-sm" variant="default" onClick={() => void ask('lock')}>
        {t('away.openAgain')}
      </Button>
    </Strip>
  );
}
