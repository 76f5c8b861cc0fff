import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBracketsContainEnd, IconBracketsContainStart, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mark } from '../../db/model';
import { clock } from '../format';
import { useWords } from '../words/words';
import styles from './MarkPanel.module.css';

type Props = {
  mark: Mark;
  preRollMs: number;
  locked: boolean;
  play: () => void;
  beginHere: () => void;
  endHere: () => void;
};

/** When a mark begins and ends, to play it and to put its ends where playback is. */
export function MarkTimes({ mark, preRollMs, locked, play, beginHere, endHere }: Props) {
  const { t, language } = useWords();
  const button = (label: string, run: () => void, icon: ReactNode, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={26} aria-label={label} disabled={disabled} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  const seconds = preRollMs / 1000;
  return (
    <>
      {button(
        preRollMs === 0 ? t('mark.playFromIt') : t('mark.play', { seconds }),
        play,
        <IconPlayerPlayFilled size={14} aria-hidden />,
      )}
      <span className={styles.time}>
        {clock(mark.atMs, language)}
        {mark.endMs !== null && <> – {clock(mark.endMs, language)}</>}
      </span>
      {button(t('mark.startHere'), beginHere, <IconBracketsContainStart size={16} aria-hidden />, locked)}
      {button(t('mark.endHere'), endHere, <IconBracketsContainEnd size={16} aria-hidden />, locked)}
    </>
  );
}
