/** The written report of a therapist's progress over a period. */
export function ProgressReport({ therapistId }: { therapistId: string; version: string }) {
  return <p>{therapistId}</p>;
}
