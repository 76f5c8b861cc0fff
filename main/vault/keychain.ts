/**
 * The keys of libraries in the operating system's keychain: encrypted by it into a file of the user-data folder. Only
 * where there is a real one: Electron's own stand-in on Linux is a constant password.
 */
import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { keysIn, type LibraryKeys, textOf } from './keyFile.ts';

/** What Electron's `safeStorage` does. */
export type SafeStorage = {
  isEncryptionAvailable: () => boolean;
  /** Linux only. */
  getSelectedStorageBackend?: () => string;
  encryptString: (text: string) => Buffer;
  decryptString: (sealed: Buffer) => string;
};

export type Keychain = ReturnType<typeof keychain>;

const shape = z.record(
  z.uuid(),
  z.strictObject({ folder: z.string().min(1).max(4096), sealed: z.base64().max(10_000) }),
);
type Kept = z.infer<typeof shape>;

/** @param file of the sealed keys, by the id of the library */
export function keychain(file: string, safe: SafeStorage, platform: NodeJS.Platform = process.platform) {
  const available = (): boolean =>
    safe.isEncryptionAvailable() &&
    // Unknown is what it says before it knows, and where there is none.
    (platform !== 'linux' || !/^(basic_text|unknown)?$/.test(safe.getSelectedStorageBackend?.() ?? ''));

  function read(): Kept {
    try {
      return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // Not there, or not ours: nothing is kept.
      return {};
    }
  }

  function write(kept: Kept): boolean {
    try {
      writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
      return true;
    } catch {
      return false;
    }
  }

  const without = (libraryId: string): Kept =>
    Object.fromEntries(Object.entries(read()).filter(([id]) => id !== libraryId));

  return {
    available,
    /** Whether the library in this folder opens by the keychain. */
    holds: (folder: string): boolean =>
      available() && Object.values(read()).some((one) => one.folder === placeOf(folder)),
    /** False when it could not be kept; nothing was changed then. */
    keep(folder: string, keys: LibraryKeys): boolean {
      if (!available()) return false;
      try {
        const sealed = safe.encryptString(textOf(keys)).toString('base64');
        return write({ ...without(keys.libraryId), [keys.libraryId]: { folder: placeOf(folder), sealed } });
      } catch {
        // The person said no, or the keychain is locked.
        return false;
      }
    },
    /** A folder that has moved is known again when its library was opened in another way. */
    moved(folder: string, { libraryId }: LibraryKeys): void {
      const kept = read();
      const one = kept[libraryId];
      if (one !== undefined && one.folder !== placeOf(folder))
        write({ ...kept, [libraryId]: { ...one, folder: placeOf(folder) } });
    },
    /** Undefined when there are none, or when the system does not give them out. */
    keysOf(folder: string): LibraryKeys | undefined {
      if (!available()) return undefined;
      const found = Object.values(read()).find((one) => one.folder === placeOf(folder));
      if (found === undefined) return undefined;
      try {
        return keysIn(safe.decryptString(Buffer.from(found.sealed, 'base64')));
      } catch {
        // Sealed by another user, or another machine.
        return undefined;
      }
    },
    /** False when the file cannot be written. */
    forget: (libraryId: string): boolean => !existsSync(file) || write(without(libraryId)),
    /** Of the library in this folder, which may be gone. False when the file cannot be written. */
    forgetIn(folder: string): boolean {
      const places = [placeOf(folder), resolve(folder)];
      const kept = Object.entries(read());
      const others = kept.filter(([, one]) => !places.includes(one.folder));
      return others.length === kept.length || write(Object.fromEntries(others));
    },
  };
}

function placeOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
