import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { askMalformed } from './askedMalformed';
import { expect, test } from './program';
import { counted } from './proving';

const questions = counted(100_000);
const root = resolve(import.meta.dirname, '../..');

test(`${questions} malformed questions over the real bridge change nothing and open no dialog`, async ({
  program,
}) => {
  const told = await askMalformed(program, questions, 11);
  console.log(`malformed questions over the bridge: ${JSON.stringify(told)}`);
  expect(told.rightByChance).toBeLessThan(questions / 20);
});

test(`${questions} questions made from the shapes of the calls, with one thing wrong, are refused`, () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'build/vitest.config.ts',
      '--project',
      'db',
      'malformed',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, MBT_G_RATER_QUESTIONS: String(questions) } },
  );
  console.log(stdout.match(/malformed questions: .*/)?.[0]);
  expect(status, stdout).toBe(0);
});
