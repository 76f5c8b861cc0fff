import { killAgainAndAgain } from './killed';
import { expect, test } from './program';

/** Two at a time: each has its own program and its own library. */
for (const seed of [11, 12]) {
  test(`killed at 100 random moments of a rating (seed ${seed}), the program has all that was acknowledged and nothing else`, async ({
    program,
  }) => {
    const found = await killAgainAndAgain(program, 100, seed);
    console.log(
      `kill -9, seed ${seed}: ${found.kills} kills, ${found.reopenings} reopenings, integrity ok in ${found.integrityOk}, ` +
        `${found.acknowledged} changes acknowledged, ${found.wrong} reopenings with a change missing or invented; ` +
        `${found.inFlight} kills between question and answer, the change kept in ${found.inFlightKept} of them`,
    );
    expect(found).toMatchObject({ kills: 100, reopenings: 100, integrityOk: 100, wrong: 0 });
    expect(found.acknowledged).toBeGreaterThan(1000);
  });
}
