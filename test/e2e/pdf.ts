/** What is in a PDF, as poppler's pdftotext and pdfinfo read it. */
import { spawnSync } from 'node:child_process';

function run(tool: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${tool} is missing: install poppler-utils to run this test`);
  if (status !== 0) throw new Error(`${tool} could not read the PDF: ${stderr}`);
  return stdout;
}

/** The text of each page, its lines as they lie on paper. */
export const pdfPages = (file: string): string[] =>
  run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);

/** Such as 'Tagged' or 'Title'. */
export function pdfFact(file: string, name: string): string | undefined {
  const line = run('pdfinfo', file)
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}
