import { cannotMount, smallDisk } from '../fixtures/mounts';
import { fillAgainAndAgain } from './fullDisk';
import { expect, test } from './program';
import { counted } from './proving';

const fillings = counted(40);

test(`a disk of 64 MB that is filled to the brim ${fillings} times costs nothing acknowledged`, async ({
  program,
}) => {
  test.skip(cannotMount !== undefined, cannotMount);
  const disk = smallDisk(64);
  try {
    const found = await fillAgainAndAgain(program, disk.place, fillings, 2026);
    console.log(
      `64 MB disk: filled ${found.fillings} times, ${found.acknowledged} marks acknowledged, ${found.refused} refused as ` +
        `'disk full', ${found.killed} times killed while full, ${found.missing} acknowledged ones missing, ` +
        `${found.invented} invented; work went on each time`,
    );
    expect(found).toMatchObject({ fillings, missing: 0, invented: 0 });
    await program.close();
  } finally {
    disk.remove();
  }
});
