import { Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { LibraryState, ReasonNotOpened } from '../../preload/api';
import { useBackups } from '../safety/useBackups';
import { useWords } from '../words/words';
import { Damaged } from './Damaged';
import { InTheWay } from './InTheWay';
import { TryAgain } from './TryAgain';

type Props = {
  library: Exclude<Extract<LibraryState, { state: 'notOpened' }>, { by: unknown }> & {
    reason: Exclude<ReasonNotOpened, 'notEncrypted'>;
  };
  enter: () => void;
};

/** The library could not be opened: what happened, and what to do. Nothing was changed. */
export function NotOpened({ library: { folder, reason }, enter }: Props) {
  const { t } = useWords();
  const gone = reason === 'recordGone';
  const damaged = gone || reason === 'damaged' || reason === 'notADatabase';
  const { data: backups, isPending } = useBackups();
  // What is said first stays.
  if (damaged && isPending) return <main />;
  if (damaged && backups != null) {
    return <Damaged folder={folder} gone={gone} backups={backups} enter={enter} />;
  }
  return (
    <InTheWay
      icon={<IconFileAlert size={22} stroke={1.7} aria-hidden />}
      title={t('notOpened.title')}
      safe={t(whereOf(reason))}
      folder={folder}
      enter={enter}
      ways={<TryAgain enter={enter} go={t(reason === 'incomplete' ? 'notOpened.openRest' : 'inUse.again')} />}
    >
      <Text>{t(`notOpened.${reason}`)}</Text>
    </InTheWay>
  );
}

/** The sentence before the folder. One that is gone is not there; one without keys may be another one. */
function whereOf(reason: ReasonNotOpened) {
  if (reason === 'folderGone') return 'notOpened.wasHere';
  return reason === 'keysGone' ? 'notOpened.thisFolder' : 'notOpened.nothingLost';
}
