/** Asks the main process. What the record could not take comes back as a reason to show, not as a crash. */
import type { Answer, Api, Linked, TranscriptImported } from '../preload/api';

export type Reason = Extract<Answer<unknown>, { ok: false }>['reason'];

export class NotAnswered extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(`not answered: ${reason}`);
    this.reason = reason;
  }
}

type Value<Name extends keyof Api> = Awaited<ReturnType<Api[Name]>>;

/** @throws NotAnswered with the reason; nothing was changed then */
export async function ask<Name extends keyof Api>(
  name: Name,
  ...argument: Parameters<Api[Name]>
): Promise<Value<Name>> {
  // TypeScript cannot follow that argument and answer belong to the same name.
  const question = window.api[name] as (...argument: Parameters<Api[Name]>) => Promise<Answer<Value<Name>>>;
  return unwrap(await question(...argument));
}

export const linkDropped = async (file: File): Promise<Linked> => unwrap(await window.api.linkDropped(file));

export const transcriptDropped = async (sessionId: string, file: File): Promise<TranscriptImported> =>
  unwrap(await window.api.transcriptDropped({ sessionId, file }));

function unwrap<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new NotAnswered(answer.reason);
  return answer.value;
}
