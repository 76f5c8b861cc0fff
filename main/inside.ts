import path from 'node:path';

/**
 * Whether a place is this folder, or lies in it.
 * @param on the rules of the system for paths: on Windows, the way to another drive is an absolute one
 */
export function isInside(
  folder: string,
  place: string,
  { isAbsolute, relative, sep }: Pick<typeof path, 'isAbsolute' | 'relative' | 'sep'> = path,
): boolean {
  const way = relative(folder, place);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
