/** The parts of the page, in their order. */
export const safetyParts = ['lock', 'backups', 'libraryPlace', 'due', 'people', 'log'] as const;
export type SafetyPart = (typeof safetyParts)[number];

/** The id of its heading. */
export const headingOf = (part: SafetyPart): string => `safety-${part}`;

/** Brings it to the top of the window; what is read or reached by Tab goes on there. */
export function goToPart(part: SafetyPart): void {
  const heading = document.getElementById(headingOf(part));
  heading?.closest('section')?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
