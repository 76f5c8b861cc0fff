/** Certificates as they were signed, and the key of the library that signs them, which never leaves the record. */
import { randomBytes } from 'node:crypto';
import type { Changes } from './changes.ts';
import type { Db } from './open.ts';
import { type Signer, seedLength, signerOf } from './signing.ts';

export type Certificate = {
  id: string;
  enrolmentId: string;
  programmeId: string;
  raterId: string;
  attempt: number;
  /** ISO-8601 UTC. */
  issuedAt: string;
  /** The last day on which it is valid, YYYY-MM-DD. */
  validUntil: string;
  /** The very text that is signed. */
  facts: string;
  /** 64 bytes. */
  signature: Uint8Array;
};

export type NewCertificate = Pick<Certificate, 'enrolmentId' | 'attempt'> & {
  /** Makes what is signed, and until when it is valid, for a certificate with this id, issued now by this key. */
  say: (made: {
    id: string;
    issuedAt: Date;
    publicKey: Uint8Array;
  }) => Pick<Certificate, 'facts' | 'validUntil'>;
};

export function certificates(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const columns = `c.id, c.enrolment_id as enrolmentId, e.programme_id as programmeId, e.rater_id as raterId, c.attempt,
    c.issued_at as issuedAt, c.valid_until as validUntil, c.facts, c.signature`;
  const select = db.prepare<[string], Certificate>(
    `select ${columns} from certificate c join enrolment e on e.id = c.enrolment_id where c.id = ?`,
  );
  const selectId = db
    .prepare<object, string>(
      `select id from certificate where enrolment_id = @enrolmentId and attempt = @attempt`,
    )
    .pluck();
  const insert = db.prepare(
    `insert into certificate (id, enrolment_id, attempt, issued_at, valid_until, facts, signature)
     values (@id, @enrolmentId, @attempt, @issuedAt, @validUntil, @facts, @signature)`,
  );
  const selectSeed = db.prepare<[], Uint8Array>(`select seed from signing_key where one = 1`).pluck();
  const insertSeed = db.prepare(`insert into signing_key (one, seed) values (1, ?)`);

  const signer = (): Signer | undefined => {
    const seed = selectSeed.get();
    return seed && signerOf(seed);
  };

  function newSigner(): Signer {
    const seed = randomBytes(seedLength);
    insertSeed.run(seed);
    return signerOf(seed);
  }

  return {
    find: (id: string): Certificate | undefined => select.get(id),

    /** The library's key; undefined before its first certificate. */
    signer,

    /** Signs and keeps a certificate for an attempt; the one there is when it was done before. @returns its id */
    issue: db.transaction(({ enrolmentId, attempt, say }: NewCertificate): string => {
      const known = selectId.get({ enrolmentId, attempt });
      if (known !== undefined) return known;
      const by = signer() ?? newSigner();
      const [id, issuedAt] = [newId(), now()];
      const { facts, validUntil } = say({ id, issuedAt, publicKey: by.publicKey });
      const signature = by.sign(Buffer.from(facts));
      insert.run({
        id,
        enrolmentId,
        attempt,
        issuedAt: issuedAt.toISOString(),
        validUntil,
        facts,
        signature,
      });
      // The log learns nobody's name from it.
      log.append({ noun: 'certificate', nounId: id, after: { id, enrolmentId, attempt, validUntil } });
      return id;
    }),
  };
}
