import { useQuery } from '@tanstack/react-query';
import { ask } from '../ask';

/** What may soon be kept no longer, and what day it is. */
export const useDue = () => useQuery({ queryKey: ['due'], queryFn: () => ask('due') });
