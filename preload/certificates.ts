/** Certificates of raters: what they say, and what comes of checking one. */
import type { RuleResult, SessionFigures } from './certification.ts';
import type { Dimension, PassRules } from './programmes.ts';
import type { SavedFile } from './saving.ts';

/**
 * What a certificate says. It certifies this rater on this set of sessions, and no therapist. Days are YYYY-MM-DD.
 * The signature is made over its JSON with the fields in this order.
 */
export type CertificateFacts = {
  form: 1;
  id: string;
  programme: string;
  edition: string;
  rater: string;
  dimension: Dimension;
  attempt: number;
  attempts: number;
  rules: PassRules;
  results: RuleResult[];
  /** In the order in which they were rated; sessions are numbered, not named. */
  sessions: Pick<SessionFigures, 'within1' | 'bias' | 'overall'>[];
  standards: { how: 'consensus' | 'oneRater'; names: string[]; on: string; sessions: number }[];
  testedFrom: string;
  testedUntil: string;
  issuedOn: string;
  validUntil: string;
  toolVersion: string;
  /** SHA-256, in hexadecimal, over the ratings and the standards that the results were computed from. */
  dataHash: string;
  /** The public key of the library that signs, in base64url. */
  key: string;
};

export type CertificateView = {
  id: string;
  facts: CertificateFacts;
  /** The signature in groups that people can compare and type. */
  code: string;
  /** The key of the library, short enough to be read aloud. */
  library: string;
};

/** What checking found out. */
export type CertificateChecked =
  | { outcome: 'cancelled' }
  /** Not a file of this program, or too damaged to tell. */
  | { outcome: 'noCertificate'; name: string }
  /** What the file says, or looks like, is not what was signed. */
  | { outcome: 'changed'; name: string }
  /** The file is whole, and the code that was typed is not its code. */
  | { outcome: 'otherCode'; name: string; view: CertificateView }
  | {
      outcome: 'genuine';
      name: string;
      view: CertificateView;
      /** Signed by this library; otherwise the short key is to be compared with what the programme told. */
      ours: boolean;
      /** Valid on the day of checking. */
      valid: boolean;
    };

export interface CertificatesApi {
  /**
   * Signs a certificate for the last attempt, when it was passed; undefined when it was not, or the viewer does not
   * lead. Nobody signs for themselves.
   */
  issueCertificate(enrolmentId: string): Promise<CertificateView | undefined>;
  /** Undefined when there is none, or it is not the viewer's to see. */
  certificate(id: string): Promise<CertificateView | undefined>;
  /** Asks for a place and writes what the window shows under its print style, sealed as a certificate. */
  saveCertificate(file: { id: string; name: string }): Promise<SavedFile>;
  /** Asks for the file of a certificate and checks it, against the code that was typed when there is one. */
  checkCertificate(asked: { code: string }): Promise<CertificateChecked>;
}
