/** Whether a library lies where others than this machine can change it: a synchronised folder, or a network share. */
import type { SharedPlace } from '../../preload/api.ts';

export type Surroundings = {
  platform: 'linux' | 'darwin' | 'win32';
  env: Readonly<Record<string, string | undefined>>;
  /** What is mounted where; empty on Windows. */
  mounts: readonly Mount[];
  /** Whether something lies there. */
  exists: (path: string) => boolean;
};
export type Mount = { place: string; type: string };

/** Folders by their own names, as those programs make them; what may follow says whose it is. */
const folders: readonly (readonly [by: string, name: RegExp])[] = [
  ['OneDrive', /^onedrive( ?[-–] .+)?$/i],
  ['SharePoint', /^sharepoint( ?[-–] .+)?$/i],
  ['Dropbox', /^dropbox( ?[-(].+)?$/i],
  ['iCloud Drive', /^(icloud ?drive|iclouddrive|com~apple~clouddocs)$/i],
  ['Google Drive', /^(google ?drive|googledrive|my drive|min disk)( ?[-(].+)?$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*( ?- .+)?$/i],
  ['Box', /^box( sync|-box)?$/i],
  ['pCloud', /^(pcloud ?drive|pclouddrive|pcloud ?sync)$/i],
  ['Jottacloud', /^(jottacloud|jotta ?sync)$/i],
  ['Proton Drive', /^proton ?drive( ?[-(].+)?$/i],
  ['Sync.com', /^sync$/i],
  ['MEGA', /^(mega|megasync|mega ?drive)$/i],
  ['Tresorit', /^tresorit( ?drive)?$/i],
  ['Seafile', /^seafile$/i],
  ['Syncthing', /^syncthing$/i],
];

/** What those programs leave in the top folder of what they copy. */
const markers: readonly (readonly [by: string, name: string])[] = [
  ['Dropbox', '.dropbox'],
  ['Dropbox', '.dropbox.cache'],
  ['Nextcloud', '.sync_nextcloud.db'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['ownCloud', '.owncloudsync.log'],
  ['ownCloud', '.OwnCloud.db'],
  ['Google Drive', '.tmp.drivedownload'],
  ['Syncthing', '.stfolder'],
  ['MEGA', '.megaignore'],
  ['Seafile', '.seafile-data'],
  ['Resilio Sync', '.sync'],
];

/** Where those programs say that they are. */
const variables: readonly (readonly [by: string, name: string])[] = [
  ['OneDrive', 'OneDrive'],
  ['OneDrive', 'OneDriveCommercial'],
  ['OneDrive', 'OneDriveConsumer'],
  ['Dropbox', 'DROPBOX'],
  ['Nextcloud', 'NEXTCLOUD'],
];

const networkTypes =
  /^(nfs\d*|cifs|smb\d*|smbfs|afpfs|afs|ncpfs|webdav|davfs2?|9p|ceph|glusterfs|lustre|fuse\.(sshfs|davfs2?|smbnetfs|gvfsd-fuse|glusterfs|ceph|curlftpfs))$/;
const syncTypes: readonly (readonly [by: string, type: RegExp])[] = [
  ['Google Drive', /^(fuse\.google-drive-ocamlfuse|fuse\.drivefs|drivefs)$/],
  ['OneDrive', /^fuse\.(onedriver|onedrive)$/],
  ['pCloud', /^(fuse\.pcloud|fuse\.pcloudfs|pcloudfs)$/],
  ['rclone', /^(fuse\.)?rclone$/],
];

/**
 * @param folder absolute, as the system writes it
 * @returns undefined when nothing speaks for either; then it may still be one that is not known here
 */
export function sharedPlace(folder: string, around: Surroundings): SharedPlace | undefined {
  const by = synchronisedBy(folder, around);
  if (by !== undefined) return { kind: 'synchronised', by };
  return onNetwork(folder, around) ? { kind: 'network' } : undefined;
}

function synchronisedBy(folder: string, around: Surroundings): string | undefined {
  const parts = partsOf(folder, around.platform);
  for (const [by, name] of variables) {
    const root = around.env[name];
    if (root && isInside(parts, partsOf(root, around.platform))) return by;
  }
  const mac = inCloudStorage(parts, around.platform);
  if (mac !== undefined) return mac;
  for (const part of parts) {
    const known = folders.find(([, name]) => name.test(part));
    if (known !== undefined) return known[0];
  }
  const mount = mountOf(folder, around);
  const type = mount && syncTypes.find(([, type]) => type.test(mount.type));
  if (type) return type[0];
  for (const above of everyFolderAbove(folder, around.platform)) {
    const known = markers.find(([, name]) => around.exists(`${above}${separatorOf(around.platform)}${name}`));
    if (known !== undefined) return known[0];
  }
  return undefined;
}

/** On a Mac such programs put their folders into ~/Library/CloudStorage, as "OneDrive-Work" or "ProtonDrive-name". */
function inCloudStorage(parts: readonly string[], platform: Surroundings['platform']): string | undefined {
  if (platform !== 'darwin') return undefined;
  const at = parts.indexOf('CloudStorage');
  if (at < 1 || parts[at - 1] !== 'Library') return undefined;
  return parts[at + 1]?.split('-')[0] ?? 'CloudStorage';
}

function onNetwork(folder: string, around: Surroundings): boolean {
  // \\server\share and \\?\UNC\server\share; \\?\C:\ and \\.\ are this machine.
  if (around.platform === 'win32') return /^(\\\\|\/\/)([^\\/?.][^\\/]*|\?[\\/]UNC)[\\/]/i.test(folder);
  const mount = mountOf(folder, around);
  return mount !== undefined && networkTypes.test(mount.type);
}

/** The innermost mount that a folder lies in; of several at one place the last. */
function mountOf(folder: string, { mounts, platform }: Surroundings): Mount | undefined {
  const parts = partsOf(folder, platform);
  let found: { mount: Mount; depth: number } | undefined;
  for (const mount of mounts) {
    const place = partsOf(mount.place, platform);
    if (isInside(parts, place) && place.length >= (found?.depth ?? 0)) found = { mount, depth: place.length };
  }
  return found?.mount;
}

const separatorOf = (platform: Surroundings['platform']) => (platform === 'win32' ? '\\' : '/');

const partsOf = (path: string, platform: Surroundings['platform']): string[] =>
  path.split(platform === 'win32' ? /[\\/]+/ : '/').filter((part) => part !== '');

const isInside = (parts: readonly string[], root: readonly string[]): boolean =>
  root.every((part, index) => parts[index]?.toLowerCase() === part.toLowerCase());

function everyFolderAbove(folder: string, platform: Surroundings['platform']): string[] {
  const separator = separatorOf(platform);
  const start = /^([\\/]*)/.exec(folder)?.[0] ?? '';
  const parts = partsOf(folder, platform);
  return parts.map((_, index) => start + parts.slice(0, parts.length - index).join(separator));
}
