import { useLibrary } from '../queries';

/** Whether a supervisor or expert sits there, who may make programmes; undefined until it is known. */
export function useMayLead(): boolean | undefined {
  const { data: library } = useLibrary();
  if (library === undefined) return undefined;
  const kind = library.raters.find(({ id }) => id === library.viewerId)?.kind;
  return kind === 'supervisor' || kind === 'expert';
}
