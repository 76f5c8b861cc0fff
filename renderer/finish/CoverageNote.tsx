import { Popover } from '@mantine/core';
import type { Coverage } from '../../db/coverage';
import { clockSeconds, number } from '../format';
import { keepFocus } from '../rating/keepFocus';
import { useWords } from '../words/words';
import styles from './Finish.module.css';
import { UnwatchedButton } from './UnwatchedButton';

type Props = { coverage: Coverage; durationMs: number; go: (ms: number) => void };

/** How much of the recording was played, with how fast and what is left behind it. */
export function CoverageNote({ coverage, durationMs, go }: Props) {
  const { t, language } = useWords();
  const { share, watchedMs, meanRate, fastShare } = coverage;
  if (share === undefined) return null;
  return (
    <Popover position="top-end" width={330} withArrow trapFocus returnFocus zIndex={150}>
      <Popover.Target>
        <button type="button" className={styles.watched} onMouseDown={keepFocus}>
          {t('coverage.watched', { share: Math.floor(100 * share) })}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.details}>
        <p>{t('coverage.time', { watched: clockSeconds(watchedMs), length: clockSeconds(durationMs) })}</p>
        {meanRate !== undefined && (
          <p>
            {t('coverage.speed', { rate: number(meanRate, language) })}
            {fastShare > 0 && ` ${t('coverage.fast', { share: Math.ceil(100 * fastShare) })}`}
          </p>
        )}
        <UnwatchedButton coverage={coverage} durationMs={durationMs} go={go} />
      </Popover.Dropdown>
    </Popover>
  );
}
