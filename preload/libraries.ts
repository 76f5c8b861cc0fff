import type { Found } from './bridge.ts';
import type { Settings, SomeSettings } from './settings.ts';
import type {
  KeychainState,
  KnownLibrary,
  LibraryEncrypted,
  LibraryMade,
  LibraryState,
  Secret,
  Unlocked,
} from './vault.ts';

export type Start = {
  settings: Settings;
  version: string;
  /** True for the demo, whose people and recording are made up. */
  demo: boolean;
  library: LibraryState;
};

/** What can be asked although no library is open. */
export interface LibrariesApi {
  start(): Promise<Start>;
  saveSettings(settings: SomeSettings): Promise<Settings>;
  /** Where a new library would be made. */
  libraryPlace(): Promise<string>;
  /** Asks for another folder; the one that holds then. */
  chooseLibraryPlace(): Promise<string>;
  keychain(): Promise<KeychainState>;
  /** Makes a library there and opens it; `keychain` gives its keys to the keychain of the system as well. */
  makeLibrary(request: { passphrase: string; keychain: boolean }): Promise<LibraryMade>;
  /** Encrypts the library that is there without keys, in its place. */
  encryptLibrary(request: { passphrase: string; keychain: boolean }): Promise<LibraryEncrypted>;
  /** Asks for the folder of a library; not while one is open. */
  chooseLibrary(): Promise<{ chosen: boolean }>;
  /** Locks what is open and turns away from it, to make or choose another. */
  leaveLibrary(): Promise<void>;
  /** Those that were open on this machine, the last one first. */
  libraries(): Promise<KnownLibrary[]>;
  /** Turns to one of them; what is open is locked. */
  turnToLibrary(folder: string): Promise<Found>;
  /** Takes one off the list; nothing of it is touched. */
  forgetLibrary(folder: string): Promise<KnownLibrary[]>;
  unlock(secret: Secret): Promise<Unlocked>;
  /** Closes the library; the window is emptied and starts again at the lock. */
  lock(): Promise<void>;
  /** Goes back to the lock of a library that was not opened. `anyway`: although another has it open. */
  tryAgain(request: { anyway: boolean }): Promise<void>;
  /** Locks as `lock` does; asks first while a copy is being made. */
  lockByHand(): Promise<void>;
}
