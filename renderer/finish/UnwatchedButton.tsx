import { Button } from '@mantine/core';
import type { Coverage } from '../../db/coverage';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import { longestUnwatched } from './unwatched';

type Props = { coverage: Coverage; durationMs: number; go: (ms: number) => void };

/** The way to the longest stretch that was not played. */
export function UnwatchedButton({ coverage, durationMs, go }: Props) {
  const { t } = useWords();
  const unwatched = longestUnwatched(coverage.stretches, durationMs);
  // What is shorter than a second is the difference between two clocks.
  if (unwatched === undefined || unwatched.toMs - unwatched.fromMs < 1000) return null;
  const span = { from: clockSeconds(unwatched.fromMs), to: clockSeconds(unwatched.toMs) };
  return (
    <Button variant="default" size="xs" onClick={() => go(unwatched.fromMs)}>
      {t('coverage.goToLongest', span)}
    </Button>
  );
}
