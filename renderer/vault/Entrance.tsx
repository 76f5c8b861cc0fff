import type { LibraryState } from '../../preload/api';
import { EncryptOld } from './EncryptOld';
import { InUse } from './InUse';
import { KeepRecoveryCode } from './KeepRecoveryCode';
import { NewPassphrase } from './NewPassphrase';
import { NotOpened } from './NotOpened';
import { Unlock } from './Unlock';
import { Welcome } from './Welcome';

type Props = { library: LibraryState; demo: boolean; enter: () => void };

/** What stands before a library: making one, the lock, a step that comes first, or what is in the way. */
export function Entrance({ library, demo, enter }: Props) {
  switch (library.state) {
    case 'none':
      return <Welcome enter={enter} />;
    case 'locked':
      return <Unlock key={library.folder} library={library} demo={demo} enter={enter} />;
    case 'open':
      return library.step === 'newPassphrase' ? (
        <NewPassphrase enter={enter} />
      ) : (
        <KeepRecoveryCode folder={library.folder} enter={enter} />
      );
    case 'notOpened':
      if ('by' in library) return <InUse library={library} enter={enter} />;
      return library.reason === 'notEncrypted' ? (
        <EncryptOld folder={library.folder} enter={enter} />
      ) : (
        <NotOpened library={{ ...library, reason: library.reason }} enter={enter} />
      );
    default:
      return library satisfies never;
  }
}
