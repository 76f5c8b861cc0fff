/** The written report of a session: what is on paper is what is on the screen. */
export function SessionReport({ sessionId }: { sessionId: string }) {
  return <p>{sessionId}</p>;
}
