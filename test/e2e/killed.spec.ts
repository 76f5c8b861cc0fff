import { killAgainAndAgain } from './killed';
import { expect, test } from './program';

test('killed at four random moments of a rating, the program has all that was acknowledged and nothing else', async ({
  program,
}) => {
  const found = await killAgainAndAgain(program, 4, 7);
  expect(found).toMatchObject({ kills: 4, reopenings: 4, integrityOk: 4, logOk: 4, wrong: 0 });
  expect(found.acknowledged).toBeGreaterThan(20);
});
