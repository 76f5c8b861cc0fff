/** Looks a passphrase over, away from the typing. */
import { strengthMeter } from './meter';

const strength = strengthMeter();

self.onmessage = ({ data }: MessageEvent<string>) =>
  self.postMessage({ passphrase: data, strength: strength(data) });
