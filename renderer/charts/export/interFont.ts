/** Inter as an address that holds it; a file of its own, because it is large and seldom needed. */
import address from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';

export const interWoff2: string = address;
