/** What the window is told without having asked, by name. */
export type Told = {
  /** The library is about to be locked: what is typed and not yet saved is saved now. */
  locking: null;
};

/** Every one of them; a missing name is a type error. */
export const told = Object.keys({ locking: 1 } satisfies Record<keyof Told, 1>);
