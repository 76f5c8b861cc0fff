import { useMutation } from '@tanstack/react-query';
import type { Restored } from '../../preload/api';
import { ask } from '../ask';

/** Goes back to a backup. @param done called when the library is open again, as it was then */
export function useRestore(done: () => void): {
  restore: (name: string) => void;
  failure: Exclude<Restored['outcome'], 'restored'> | undefined;
  busy: boolean;
} {
  const { mutate, data, isPending } = useMutation({
    mutationFn: (name: string) => ask('restoreBackup', name),
    onSuccess: ({ outcome }) => {
      if (outcome === 'restored') done();
    },
  });
  const failure = data === undefined || data.outcome === 'restored' ? undefined : data.outcome;
  // Once it is done, the window starts anew: until then it stays busy.
  return { restore: mutate, failure, busy: isPending || data?.outcome === 'restored' };
}
