import { describe, expect, test } from 'vitest';
import { mountsOfLinux, mountsOfMac } from '../../../main/trouble/mounts.ts';
import { type Surroundings, sharedPlace } from '../../../main/trouble/place.ts';

const nothing: Omit<Surroundings, 'platform'> = { env: {}, mounts: [], exists: () => false };
const told = (folder: string, platform: Surroundings['platform'], more: Partial<Surroundings> = {}) => {
  const found = sharedPlace(folder, { ...nothing, platform, ...more });
  return found?.kind === 'synchronised' ? found.by : found?.kind;
};

describe('a library in a folder with the name of a synchronised one', () => {
  test.each([
    ['win32', 'C:\\Users\\kari\\OneDrive\\MBT', 'OneDrive'],
    ['win32', 'C:\\Users\\kari\\OneDrive - Oslo universitetssykehus\\MBT', 'OneDrive'],
    ['win32', 'c:/users/kari/onedrive/mbt', 'OneDrive'],
    ['win32', 'C:\\Users\\kari\\Dropbox\\MBT', 'Dropbox'],
    ['win32', 'C:\\Users\\kari\\Dropbox (Personal)\\MBT', 'Dropbox'],
    ['win32', 'C:\\Users\\kari\\iCloudDrive\\MBT', 'iCloud Drive'],
    ['win32', 'G:\\My Drive\\MBT', 'Google Drive'],
    ['win32', 'G:\\Min disk\\MBT', 'Google Drive'],
    ['win32', 'P:\\pCloud Drive\\MBT', 'pCloud'],
    ['win32', 'C:\\Users\\kari\\Proton Drive\\kari\\My files', 'Proton Drive'],
    ['win32', 'C:\\Users\\kari\\Box\\MBT', 'Box'],
    ['win32', 'C:\\Users\\kari\\Jottacloud\\MBT', 'Jottacloud'],
    ['darwin', '/Users/kari/Library/Mobile Documents/com~apple~CloudDocs/MBT', 'iCloud Drive'],
    ['darwin', '/Users/kari/Library/CloudStorage/OneDrive-OUS/MBT', 'OneDrive'],
    ['darwin', '/Users/kari/Library/CloudStorage/GoogleDrive-kari@example.org/My Drive', 'GoogleDrive'],
    ['darwin', '/Users/kari/Library/CloudStorage/Something-new/MBT', 'Something'],
    ['darwin', '/Users/kari/Sync/MBT', 'Sync.com'],
    ['linux', '/home/kari/Nextcloud/MBT', 'Nextcloud'],
    ['linux', '/home/kari/Nextcloud2/MBT', 'Nextcloud'],
    ['linux', '/home/kari/ownCloud/MBT', 'ownCloud'],
    ['linux', '/home/kari/Google Drive/MBT', 'Google Drive'],
    ['linux', '/home/kari/MEGA/MBT', 'MEGA'],
  ] as const)('on %s at %s is told apart as %s', (platform, folder, by) => {
    expect(told(folder, platform)).toBe(by);
  });

  test.each([
    ['win32', 'C:\\Users\\kari\\Documents\\MBT-G Rater'],
    ['win32', 'C:\\Users\\kari\\Toolbox\\MBT'],
    ['win32', 'C:\\Users\\kari\\Boxing\\MBT'],
    ['win32', 'C:\\Users\\kari\\synced\\MBT'],
    ['darwin', '/Users/kari/Documents/MBT-G Rater'],
    ['darwin', '/Users/kari/CloudStorage/MBT'],
    ['linux', '/home/kari/Documents/MBT-G Rater'],
    ['linux', '/home/kari/omega/MBT'],
    ['linux', '/'],
  ] as const)('on %s at %s is not suspected', (platform, folder) => {
    expect(told(folder, platform)).toBeUndefined();
  });
});

describe('a library in a folder that is known otherwise', () => {
  test('lies where a variable of the system says', () => {
    const env = { OneDrive: 'D:\\Sky' };
    expect(told('D:\\Sky\\MBT', 'win32', { env })).toBe('OneDrive');
    expect(told('d:\\sky', 'win32', { env })).toBe('OneDrive');
    expect(told('D:\\Skyline\\MBT', 'win32', { env })).toBeUndefined();
  });

  test.each([
    ['/data/team/.dropbox.cache', '/data/team/mbt/2026', 'linux', 'Dropbox'],
    ['/data/team/.sync_nextcloud.db', '/data/team/mbt', 'linux', 'Nextcloud'],
    ['/data/.stfolder', '/data', 'linux', 'Syncthing'],
    ['D:\\team\\.owncloudsync.log', 'D:\\team\\mbt', 'win32', 'ownCloud'],
  ] as const)('lies beside or below %s', (marker, folder, platform, by) => {
    expect(told(folder, platform, { exists: (path) => path === marker })).toBe(by);
  });

  test('lies in what such a program mounts', () => {
    const mounts = [{ place: '/home/kari/drev', type: 'fuse.rclone' }];
    expect(told('/home/kari/drev/mbt', 'linux', { mounts })).toBe('rclone');
  });
});

describe('a library on a network drive', () => {
  test.each([
    ['\\\\server\\share\\MBT', 'network'],
    ['//server/share/MBT', 'network'],
    ['\\\\?\\UNC\\server\\share\\MBT', 'network'],
    ['\\\\?\\C:\\MBT', undefined],
    ['\\\\.\\C:\\MBT', undefined],
    ['C:\\MBT', undefined],
  ])('on Windows at %s: %s', (folder, kind) => {
    expect(told(folder, 'win32')).toBe(kind);
  });

  test.each(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'fuse.sshfs', 'afpfs', '9p', 'webdav'])(
    'is known by a mount of type %s',
    (type) => {
      const mounts = [
        { place: '/', type: 'ext4' },
        { place: '/mnt/felles', type },
      ];
      expect(told('/mnt/felles/mbt', 'linux', { mounts })).toBe('network');
      expect(told('/mnt/fellesskap/mbt', 'linux', { mounts })).toBeUndefined();
    },
  );

  test('is judged by the innermost mount, and of several there by the last', () => {
    const mounts = [
      { place: '/', type: 'nfs4' },
      { place: '/home', type: 'ext4' },
      { place: '/srv', type: 'ext4' },
      { place: '/srv', type: 'cifs' },
    ];
    expect(told('/home/kari', 'linux', { mounts })).toBeUndefined();
    expect(told('/srv/mbt', 'linux', { mounts })).toBe('network');
    expect(told('/opt', 'linux', { mounts })).toBe('network');
  });
});

describe('the list of mounts', () => {
  test('of Linux is read with its spaces', () => {
    expect(mountsOfLinux('/dev/sda1 / ext4 rw 0 0\n//s/a /mnt/felles\\040disk cifs rw 0 0\n\nodd\n')).toEqual(
      [
        { place: '/', type: 'ext4' },
        { place: '/mnt/felles disk', type: 'cifs' },
      ],
    );
  });

  test('of a Mac is read with its types', () => {
    const text = `/dev/disk3s1 on / (apfs, sealed, local)\n//kari@server/Felles disk on /Volumes/Felles disk (smbfs, nodev)\n`;
    expect(mountsOfMac(text)).toEqual([
      { place: '/', type: 'apfs' },
      { place: '/Volumes/Felles disk', type: 'smbfs' },
    ]);
  });
});
