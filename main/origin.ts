/** The one origin of the program. Compared by parts: `new URL('app://home').origin` is "null" in Node. */
export const scheme = 'app';
export const home = 'app://home';

export function isHome(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${scheme}:` && host === 'home';
}
