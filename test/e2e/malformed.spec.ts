import { askMalformed } from './askedMalformed';
import { expect, test } from './program';

test('a thousand malformed questions over the real bridge change nothing and open no dialog', async ({
  program,
}) => {
  const told = await askMalformed(program, 1000, 3);
  console.log(`malformed questions over the bridge: ${JSON.stringify(told)}`);
  expect(told.asked).toBe(1000);
  expect(told.rightByChance).toBeLessThan(50);
});
