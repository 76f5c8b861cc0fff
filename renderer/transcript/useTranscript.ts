/** The transcript of a session, and how one is taken in. */
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TranscriptImported, TranscriptProblem } from '../../preload/api';
import { ask, transcriptDropped } from '../ask';
import { tell } from '../queries';
import { useWords } from '../words/words';

type Words = ReturnType<typeof useWords>;

/** Undefined while it is being read; null when there is none. */
export function useTranscript(sessionId: string) {
  const { data } = useQuery({
    queryKey: ['transcript', sessionId],
    queryFn: async () => (await ask('transcript', sessionId)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

export function useTakeTranscript() {
  const words = useWords();
  const queries = useQueryClient();

  async function settle<T>(sessionId: string, asking: Promise<T>): Promise<T | undefined> {
    try {
      const answer = await asking;
      await queries.invalidateQueries({ queryKey: ['transcript', sessionId] });
      return answer;
    } catch (error) {
      tell(error);
      return undefined;
    }
  }
  async function take(sessionId: string, asking: Promise<TranscriptImported>): Promise<void> {
    const answer = await settle(sessionId, asking);
    if (answer !== undefined) announce(answer, words);
  }

  return {
    choose: (sessionId: string) => take(sessionId, ask('importTranscript', sessionId)),
    drop: (sessionId: string, file: File) => take(sessionId, transcriptDropped(sessionId, file)),
    remove: (sessionId: string) => settle(sessionId, ask('removeTranscript', sessionId)),
  };
}

function announce(answer: TranscriptImported, { t }: Words): void {
  const closeButtonProps = { 'aria-label': t('close') };
  if (answer.outcome === 'refused') {
    notifications.show({
      color: 'orange',
      title: t('transcript.refused', { name: answer.name }),
      message: problemText(answer.problem, t),
      autoClose: false,
      closeButtonProps,
    });
  }
  if (answer.outcome === 'imported') {
    const { passages, unreadable, firstUnreadable, mended } = answer;
    const message = [
      t('transcript.imported', { count: passages }),
      unreadable > 0 ? t('transcript.unreadable', { count: unreadable, line: firstUnreadable }) : '',
      mended > 0 ? t('transcript.mended', { count: mended }) : '',
    ];
    notifications.show({
      color: unreadable > 0 ? 'orange' : 'teal',
      message: message.filter(Boolean).join(' '),
      autoClose: unreadable > 0 ? false : 5000,
      closeButtonProps,
    });
  }
}

function problemText(problem: TranscriptProblem, t: Words['t']): string {
  switch (problem.kind) {
    case 'noPassages':
      return problem.line === null
        ? t('transcript.problem.noPassages')
        : t('transcript.problem.noPassagesFrom', { line: problem.line });
    case 'unreadable':
    case 'empty':
    case 'tooLarge':
    case 'tooMany':
    case 'foreign':
    case 'noSession':
      return t(`transcript.problem.${problem.kind}`);
    default:
      return problem satisfies never;
  }
}
