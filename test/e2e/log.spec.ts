import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect } from '../../db/open.ts';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';

async function check(page: Page) {
  await page.evaluate(() => {
    location.hash = '#/safety/log';
  });
  const log = page.getByRole('region', { name: 'Who did what' });
  await log.getByRole('button', { name: 'Check the log' }).click();
  return log;
}

/** What somebody does who has the key and another program: past the record's own guards, which are put back. */
function fromOutside(program: Program, statement: string): void {
  const db = connect(join(program.folder, 'demo', 'record.db'), demoKeys.database);
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'change'`,
    )
    .all();
  for (const { name } of guards) db.exec(`drop trigger ${name}`);
  expect(db.prepare(statement).run().changes).toBe(1);
  for (const { sql } of guards) db.exec(sql);
  db.close();
}

test('the log is unbroken until somebody changes it from outside; then it is said where', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  const unbroken = await check(page);
  await expect(unbroken.getByText('The log is unbroken.')).toBeVisible();
  await expect(unbroken.getByText(/^The log was changed/)).toHaveCount(0);
  await program.close();

  fromOutside(program, `update change set at = '2026-10-30T08:05:00.500Z' where id = 300`);
  const edited = await program.start({ switches: [library] });
  const log = await check(edited.page);
  await expect(log.getByText('The log was changed outside this program, in 1 place.')).toBeVisible();
  await expect(log.getByText(/^Around 30 Oct 2026, .+: 1 line was altered, moved or put in$/)).toBeVisible();
  await expect(log.getByText('The log is unbroken.')).toHaveCount(0);
  // Work goes on.
  await edited.page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await expect(edited.page.getByRole('link', { name: '29 Oct 2026' })).toBeVisible();
});

test('a line that was taken out of the log is missed', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  fromOutside(program, `delete from change where id = 300`);
  const { page } = await program.start({ switches: [library] });
  const log = await check(page);
  await expect(log.getByText('The log was changed outside this program, in 1 place.')).toBeVisible();
  await expect(log.getByText(/: 1 line was taken out$/)).toBeVisible();
});
