import { join } from 'node:path';
import { makeAgreement } from '../../build/demo/makeAgreement.ts';
import type { Program } from './program';

/** A library in which two have rated three sessions; the second of them sits there, at the first session. */
export async function atRatedSession(program: Program) {
  const library = join(program.folder, 'rated');
  const { raterIds, sessionIds } = await makeAgreement(library, { raters: 2, sessions: 3 });
  const [sessionId = ''] = sessionIds;
  const { page } = await program.start({ switches: [`--library=${library}`, '--demo'] });
  await page.evaluate((raterId) => window.api.chooseRater({ raterId }), raterIds[1] ?? '');
  await page.evaluate((id) => {
    window.location.hash = `#/session/${id}`;
  }, sessionId);
  await page.reload();
  return { page, file: join(library, 'record.db'), sessionId };
}
