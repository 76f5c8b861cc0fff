import { useQuery } from '@tanstack/react-query';
import { ask } from '../ask';

/** `null` where there is none that the viewer may see. */
export const useCertificate = (id: string) =>
  useQuery({
    queryKey: ['certificate', id],
    queryFn: async () => (await ask('certificate', id)) ?? null,
  });
