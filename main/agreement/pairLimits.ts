import { type Limits, noLimits } from './result.ts';
import type { Share } from './simpleAgreement.ts';

/** With fewer sessions there are so few different samples that percentile limits mislead. A convention of this program. */
const fewestSessions = 8;

/** Limits by resampling, where there are sessions enough to draw from. */
export const drawnLimits = (limits: Limits, sessions: number): Limits =>
  sessions < fewestSessions ? noLimits('tooFewSessions') : limits;

/**
 * Limits of a share of pairs, 0 to 1. Where all pairs agree, or none does, every sample says the same, and percentile
 * limits would have no width; then they are Clopper & Pearson's (1934, Biometrika 26) with the session as the unit:
 * `sessions` of as many. That is on the safe side, since a session in which one pair differs has others that agree.
 * @param drawn by resampling sessions
 * @param sessions with two judgements or more
 */
export function pairLimits(share: Share, drawn: Limits, sessions: number, confidence = 0.95): Limits {
  if (share.value === undefined || sessions === 0) return drawn;
  const furthest = ((1 - confidence) / 2) ** (1 / sessions);
  if (share.value === 1) return { lower: furthest, upper: 1 };
  if (share.value === 0) return { lower: 0, upper: 1 - furthest };
  return drawnLimits(drawn, sessions);
}
