import { Button, Text } from '@mantine/core';
import { IconDeviceDesktopShare } from '@tabler/icons-react';
import type { LibraryState } from '../../preload/api';
import { ask } from '../ask';
import { wallTime } from '../format';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';
import { InTheWay } from './InTheWay';
import { Notice } from './Notice';
import { TryAgain } from './TryAgain';

type Props = {
  library: Extract<LibraryState, { reason: 'inUse' | 'takenOver' }>;
  enter: () => void;
};

/** Another has the library open: who, since when, and how to go on. */
export function InUse({ library: { folder, reason, by }, enter }: Props) {
  const { t, language } = useWords();
  const who = { machine: isolated(by.machine), since: wallTime(by.since, language) };
  const taken = reason === 'takenOver';
  return (
    <InTheWay
      icon={<IconDeviceDesktopShare size={22} stroke={1.7} aria-hidden />}
      title={t(taken ? 'inUse.takenOver' : 'inUse.title')}
      safe={t(taken ? 'inUse.allSaved' : 'notOpened.nothingLost')}
      folder={folder}
      enter={enter}
      ways={
        <>
          {by.silent && (
            <Button variant="default" onClick={() => void ask('tryAgain', { anyway: true }).then(enter)}>
              {t('inUse.anyway')}
            </Button>
          )}
          <TryAgain enter={enter} go={t('inUse.again')} />
        </>
      }
    >
      {taken ? (
        <Text>{by.here ? t('inUse.takenHere', who) : t('inUse.taken', who)}</Text>
      ) : (
        <Text>{by.here ? t('inUse.here', who) : t('inUse.elsewhere', who)}</Text>
      )}
      {by.silent && (
        <>
          <Text>{by.here ? t('inUse.silentHere') : t('inUse.silent', who)}</Text>
          <Notice>{t('inUse.anywayLoses')}</Notice>
        </>
      )}
    </InTheWay>
  );
}
