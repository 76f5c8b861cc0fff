import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import type { AttemptResult } from '../../preload/api';
import { takeTest } from '../fixtures/takenTest.ts';
import { expectAccessible } from './accessible';
import { pdfFact, pdfPages } from './pdf';
import { expect, type Program, test } from './program';

/** A library whose programme has three test sessions; one rater passed the test, another did not. */
async function makeTaken(folder: string) {
  await writeDemoKeys(folder);
  const store = demoStore(folder);
  const taken = takeTest(store, {
    raters: [
      { name: 'Åse Ødegård', off: 'near' },
      { name: 'Henrik B.', off: 'far' },
    ],
  });
  store.close();
  const [passed, failed] = taken.raters;
  if (passed === undefined || failed === undefined) throw new Error('no raters');
  return { ...taken, passed, failed };
}

const sitsAs = (page: Page, raterId: string) =>
  page.evaluate((id) => window.api.chooseRater({ raterId: id }), raterId);

/** What the contract answers when it is asked for a certificate. */
const issue = (page: Page, enrolmentId: string) =>
  page.evaluate(async (id) => {
    const answer = await window.api.issueCertificate(id);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  }, enrolmentId);

const show = (page: Page, hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

const resultOf = (page: Page, enrolmentId: string): Promise<AttemptResult> =>
  page.evaluate(async (id) => {
    const answer = await window.api.attemptResult({ enrolmentId: id, attempt: 1 });
    if (!answer.ok || answer.value?.outcome !== 'over') throw new Error('no result');
    return answer.value;
  }, enrolmentId);

const points = (value: number, decimals: number) =>
  (value > 0 ? '+' : '') + value.toFixed(decimals).replace('-', '−');

/** What the paper has to say of a result, in English. */
function numbersOf({ rules, sessions }: AttemptResult): string[] {
  const range = ({ lower, upper }: { lower?: number | undefined; upper?: number | undefined }, of: number) =>
    lower === undefined || upper === undefined ? '' : `${points(lower, of)} to ${points(upper, of)}`;
  return [
    ...rules.flatMap((rule) => {
      if (rule.rule === 'bias') return [points(rule.bias.value ?? Number.NaN, 2), range(rule.bias.limits, 1)];
      if (rule.rule !== 'icc') return [];
      return [`${rule.icc.value?.toFixed(2)} 95% interval`, range(rule.icc.limits, 2).replaceAll('+', '')];
    }),
    ...sessions.map(({ within1: { count, of, share, limits }, bias }, at) => {
      const [per, low, high] = [share, limits.lower, limits.upper].map((one) => Math.round(100 * (one ?? 0)));
      return `${at + 1} ${count} of ${of}, ${per}% (${low} to ${high}%) ${points(bias ?? 0, 1)}`;
    }),
  ];
}

async function check(program: Program, file: string, code = ''): Promise<void> {
  const { page } = program.running();
  await program.choose(file);
  const field = page.getByRole('textbox', { name: 'Code from the paper' });
  // Another code puts away what came of the last one.
  await field.fill('-');
  await field.fill(code);
  await expect(page.locator('[data-look]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose the certificate file …' }).click();
}

/** The file with one digit changed that `at` finds. */
function oneDigit(file: string, to: string, at: (text: string) => number): string {
  const text = readFileSync(file, 'latin1');
  const place = at(text);
  expect(text[place]).toMatch(/\d/);
  writeFileSync(
    to,
    `${text.slice(0, place)}${(Number(text[place]) + 1) % 10}${text.slice(place + 1)}`,
    'latin1',
  );
  return to;
}

test('who passed gets a certificate with the numbers of the test, and whoever has its file can check it', async ({
  program,
}) => {
  test.setTimeout(90_000);
  const library = join(program.folder, 'taken');
  const { leaderId, passed, failed } = await makeTaken(library);
  const { page } = await program.start({ switches: [`--library=${library}`, '--demo'] });

  // Not for who did not pass, and from nobody but who leads: also when the contract is asked.
  await sitsAs(page, passed.raterId);
  expect(await issue(page, passed.enrolmentId)).toBeUndefined();
  await sitsAs(page, leaderId);
  expect(await issue(page, failed.enrolmentId)).toBeUndefined();
  const view = await issue(page, passed.enrolmentId);
  if (view === undefined) throw new Error('not issued');
  expect(await issue(page, passed.enrolmentId)).toEqual(view);

  // Who failed does not see it; whom it is about does, and saves it.
  const seen = async () =>
    page.evaluate(async (id) => {
      const answer = await window.api.certificate(id);
      return answer.ok && answer.value !== undefined;
    }, view.id);
  await sitsAs(page, failed.raterId);
  expect(await seen()).toBe(false);
  await sitsAs(page, passed.raterId);
  expect(await seen()).toBe(true);
  await show(page, `#/certificate/${view.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Åse Ødegård' })).toBeVisible();
  await expectAccessible(page, 'certificate');
  const file = join(program.folder, 'certificate.pdf');
  await program.save(file);
  await page.getByRole('button', { name: 'Save as PDF …' }).click();
  await expect(page.getByText('The PDF is saved.')).toBeVisible();

  const pages = pdfPages(file);
  expect(pages).toHaveLength(1);
  expect(pdfFact(file, 'Tagged')).toBe('yes');
  const text = pages.join(' ').replace(/\s+/g, ' ');
  const numbers = numbersOf(await resultOf(page, passed.enrolmentId));
  expect(numbers).toHaveLength(7);
  for (const said of [
    'Åse Ødegård',
    'Rateropplæring 2026',
    'Solveig K.',
    view.facts.dataHash,
    view.code.replaceAll('-', ' '),
    view.library,
    ...numbers,
  ]) {
    expect(text).toContain(said);
  }

  // Nothing is sealed as a certificate but its own page.
  await page.getByRole('link', { name: 'Check a certificate' }).click();
  const refused = await page.evaluate((id) => window.api.saveCertificate({ id, name: 'other' }), view.id);
  expect(refused).toEqual({ ok: true, value: 'cancelled' });

  await expectAccessible(page, 'checking');
  await check(program, file);
  const card = page.locator('[data-look]');
  await expect(card.getByRole('heading', { name: 'The certificate is genuine' })).toBeVisible();
  await expect(card).toContainText('Åse Ødegård');
  await expectAccessible(page, 'a genuine certificate');
  await check(program, file, view.code.toLowerCase().replaceAll('-', ' '));
  await expect(card).toContainText('The code that was typed is its code.');
  const first = view.code.startsWith('7') ? '8' : '7';
  await check(program, file, first + view.code.slice(1));
  await expect(card.getByRole('heading', { name: 'The code typed belongs to something else' })).toBeVisible();

  const changed = join(program.folder, 'changed.pdf');
  const isChanged = card.getByRole('heading', { name: 'The file was changed after it was signed' });
  await check(
    program,
    oneDigit(file, changed, (all) => {
      const from = all.indexOf('stream\n') + 40;
      return from + all.slice(from).search(/\d/);
    }),
  );
  await expect(isChanged).toBeVisible();
  const factsAt = readFileSync(file, 'latin1').indexOf('% facts ') + 8;
  await check(
    program,
    oneDigit(file, changed, (all) => factsAt + all.slice(factsAt).search(/\d/)),
  );
  await expect(isChanged).toBeVisible();
  // The attempt itself, well written.
  const sealed = readFileSync(file, 'latin1');
  const facts = /% facts ([\w-]+)/.exec(sealed)?.[1] ?? '';
  const another = Buffer.from(
    Buffer.from(facts, 'base64url').toString().replace('"attempt":1', '"attempt":2'),
  ).toString('base64url');
  expect(another).not.toBe(facts);
  writeFileSync(changed, sealed.replace(facts, another), 'latin1');
  await check(program, changed);
  await expect(isChanged).toBeVisible();

  const foreign = join(program.folder, 'foreign.pdf');
  writeFileSync(foreign, sealed.slice(0, sealed.indexOf('\n% MBT-G Rater')), 'latin1');
  await check(program, foreign);
  await expect(card.getByRole('heading', { name: 'There is no certificate in this file' })).toBeVisible();

  // Another library knows that it is whole, and not its own.
  await program.close();
  const other = await program.start();
  await show(other.page, '#/checkCertificate');
  await check(program, file);
  const there = other.page.locator('[data-look]');
  await expect(
    there.getByRole('heading', { name: 'Unchanged, but signed by another library' }),
  ).toBeVisible();
  await expect(there).toContainText(view.library);
  await expectAccessible(other.page, 'a certificate of another library');
});
