/** A codec that is neither copied nor decoded. */
export class Refused extends Error {
  readonly codec: string;
  constructor(codec: string) {
    super(`neither copied nor decoded: ${codec}`);
    this.codec = codec;
  }
}
