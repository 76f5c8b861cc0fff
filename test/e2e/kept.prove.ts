import { execFileSync, execSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ageOpenKeys } from '../fixtures/age';
import { sizeOf, twoHours } from '../fixtures/media';
import { expect, test } from './program';
import { beginRating, frameTime, goTo, playerTime } from './steps';

const gib = 1024 ** 3;
const hashOf = (command: string) => execSync(`${command} | sha256sum`, { encoding: 'utf8' }).split(' ')[0];

/** A film of two hours in over 4 GiB: a box that players skip stands at its end, full of noise. */
function bigFilm(file: string): void {
  copyFileSync(twoHours(), file);
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1, 0);
  header.write('free', 4, 'latin1');
  const block = 64 * 1024 * 1024;
  const blocks = 65;
  header.writeBigUInt64BE(BigInt(16 + blocks * block), 8);
  appendFileSync(file, header);
  for (let count = 0; count < blocks; count += 1) appendFileSync(file, randomBytes(block));
}

test('a recording of over 4 GiB, killed five times on its way, is what age takes out of the library, byte for byte', async ({
  program,
}) => {
  const file = join(program.folder, 'film.mp4');
  bigFilm(file);
  expect(sizeOf(file)).toBeGreaterThan(4 * gib);
  const folder = join(program.folder, 'library', 'recordings');
  let { page } = await program.start();
  await program.choose(file);
  await page.getByRole('button', { name: 'Add recording' }).click();
  await page.getByRole('button', { name: 'Keep in the library' }).click();
  const reached: number[] = [];
  const size = () => {
    const [name] = readdirSync(folder);
    return name === undefined ? 0 : statSync(join(folder, name)).size;
  };
  for (let kill = 1; kill <= 5; kill += 1) {
    await expect.poll(size, { timeout: 300_000, intervals: [50] }).toBeGreaterThan(kill * 0.7 * gib);
    await program.kill();
    reached.push(size());
    ({ page } = await program.start());
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  await expect(page.getByText('kept in the library, encrypted', { exact: true })).toBeVisible({
    timeout: 600_000,
  });
  const [name] = readdirSync(folder);
  const kept = join(folder, name ?? '');

  const identity = ageOpenKeys(join(program.folder, 'library', 'keys.age'), program.folder);
  const original = hashOf(`cat '${file}'`);
  const takenOut = hashOf(`age -d -i '${identity}' '${kept}'`);
  expect(takenOut).toBe(original);
  rmSync(file);

  // Back the other way: what `age` makes for the library's identity plays in its place.
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  execSync(`age -d -i '${identity}' '${kept}' | age -r ${recipient} -o '${kept}.new'`);
  execSync(`mv '${kept}.new' '${kept}'`);
  await page.reload();
  await beginRating(page, 'SK');
  const off: number[] = [];
  for (const second of [7100, 12, 3600]) {
    await goTo(page, `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`);
    await expect.poll(async () => Math.abs((await playerTime(page)) - second * 1000)).toBeLessThan(50);
    off.push(Math.abs((await frameTime(page)) - second * 1000));
  }
  expect(Math.max(...off)).toBeLessThan(50);
  const gibs = reached.map((bytes) => (bytes / gib).toFixed(2)).join(', ');
  console.log(
    `${sizeOf(kept)} bytes kept; killed at ${gibs} GiB and gone on each time; SHA-256 ${takenOut}, as the original`,
  );
  console.log(
    `made anew by age for the library: furthest frame from where it was sent ${Math.max(...off).toFixed(1)} ms`,
  );
});
