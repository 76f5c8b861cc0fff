/** What can be asked of certificates while a library is open. */
import { z } from 'zod';
import type { Viewer } from '../db/blinding.ts';
import type { Certificate } from '../db/certificates.ts';
import { isSigned } from '../db/signing.ts';
import type { Store } from '../db/store.ts';
import type { CertificatesApi, CertificateView } from '../preload/api.ts';
import { certified, type PassedAttempt } from './certificates/certify.ts';
import { checkFile, viewOf } from './certificates/check.ts';
import { factsOf, factsText } from './certificates/facts.ts';
import { seal } from './certificates/seal.ts';
import { dayOf } from './days.ts';
import type { Desk } from './desk.ts';
import { type Calls, call } from './ipc.ts';
import { fileName, id } from './shapes.ts';

type Options = {
  store: Store;
  viewer: () => Viewer;
  desk: Desk;
  /** Whether the viewer leads a programme. */
  leads: (programmeId: string) => boolean;
  /** The last attempt of an enrolment, when it is over and passed. */
  passed: (enrolmentId: string) => (PassedAttempt & { programmeId: string }) | undefined;
  /** Whether an attempt is not the viewer's to see yet: not over, or of sessions that are kept from the viewer. */
  isHidden: (asked: { enrolmentId: string; attempt: number }) => boolean;
  toolVersion: string;
};

export function certificateCalls({ store, viewer, desk, leads, passed, isHidden, toolVersion }: Options) {
  const { certificates } = store;

  /**
   * Undefined when it is not the viewer's to see. The rater it is about may, and who leads the programme, unless that
   * one is still to be tested by the same sessions: it says who set their standards.
   */
  function seen(certificateId: string): Certificate | undefined {
    const found = certificates.find(certificateId);
    if (found === undefined) return undefined;
    const isOwn = found.raterId === viewer()?.id;
    return isOwn || (leads(found.programmeId) && !isHidden(found)) ? found : undefined;
  }

  function shown(certificateId: string): CertificateView | undefined {
    const found = seen(certificateId);
    const facts = found && factsOf(found.facts);
    return found && facts && viewOf(facts, found.signature);
  }

  return {
    issueCertificate: call(id, (enrolmentId) => {
      const attempt = passed(enrolmentId);
      if (attempt === undefined || !leads(attempt.programmeId)) return undefined;
      // Nobody signs for themselves.
      if (store.enrolments.find(enrolmentId)?.raterId === viewer()?.id) return undefined;
      const of = { enrolmentId, attempt: attempt.result.attempt };
      if (isHidden(of)) return undefined;
      const issued = certificates.issue({
        ...of,
        say: (made) => {
          const said = certified(attempt, { ...made, toolVersion });
          return { facts: factsText(said), validUntil: said.validUntil };
        },
      });
      return shown(issued);
    }),

    certificate: call(id, shown),

    saveCertificate: call(z.strictObject({ id, name: fileName }), (file) => {
      const found = seen(file.id);
      const signer = certificates.signer();
      if (found === undefined || signer === undefined) return 'cancelled' as const;
      // A record that was put together from a damaged one may have lost its key: another would seal what nobody believes.
      if (!isSigned(signer.publicKey, Buffer.from(found.facts), found.signature)) return 'cancelled' as const;
      return desk.saveCertificate(file, (pdf) => seal(pdf, found, signer));
    }),

    checkCertificate: call(z.strictObject({ code: z.string().max(1000) }), async ({ code }) => {
      const path = await desk.askForCertificate();
      if (path === undefined) return { outcome: 'cancelled' as const };
      const ownKey = certificates.signer()?.publicKey;
      return checkFile({ path, code, ownKey, today: dayOf(new Date()) });
    }),
  } satisfies Calls<CertificatesApi>;
}
