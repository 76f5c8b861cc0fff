import type { LibraryState } from '../../preload/api';
import { InUse } from './InUse';
import { NewLibrary } from './NewLibrary';
import { NotOpened } from './NotOpened';
import { Unlock } from './Unlock';

export type Closed = Exclude<LibraryState, { state: 'open' }>;

/** What stands before a library: making one, the lock, or what is in the way. */
export function Entrance({ library, demo, enter }: { library: Closed; demo: boolean; enter: () => void }) {
  switch (library.state) {
    case 'none':
      return <NewLibrary enter={enter} />;
    case 'locked':
      return <Unlock folder={library.folder} demo={demo} enter={enter} />;
    case 'notOpened':
      return 'by' in library ? (
        <InUse library={library} enter={enter} />
      ) : (
        <NotOpened library={library} enter={enter} />
      );
    default:
      return library satisfies never;
  }
}
