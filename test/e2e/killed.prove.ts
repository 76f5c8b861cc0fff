import { killAgainAndAgain } from './killed';
import { expect, test } from './program';
import { counted } from './proving';

const kills = counted(100);

/** Two at a time: each has its own program and its own library. */
for (const seed of [11, 12]) {
  test(`killed at ${kills} random moments of a rating (seed ${seed}), the program has all that was acknowledged and nothing else`, async ({
    program,
  }) => {
    const found = await killAgainAndAgain(program, kills, seed);
    console.log(
      `kill -9, seed ${seed}: ${found.kills} kills, ${found.reopenings} reopenings, integrity ok in ${found.integrityOk}, ` +
        `log unbroken in ${found.logOk}, ${found.acknowledged} changes acknowledged, ` +
        `${found.wrong} reopenings with a change missing or invented; ` +
        `${found.inFlight} kills between question and answer, the change kept in ${found.inFlightKept} of them`,
    );
    expect(found).toMatchObject({
      kills,
      reopenings: kills,
      integrityOk: kills,
      logOk: kills,
      wrong: 0,
    });
    expect(found.acknowledged).toBeGreaterThan(10 * kills);
  });
}
