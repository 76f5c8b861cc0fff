/** What is to be known of the machine's clock and of the place of the library. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../ask';

export const useWarnings = () => useQuery({ queryKey: ['warnings'], queryFn: () => ask('warnings') });

/** Keeps that one was read: it is not told again. */
export function useRead(): (which: 'clock' | 'place') => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (which: 'clock' | 'place') => ask('readWarning', which),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['warnings'] }),
  });
  return mutate;
}
