import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconList,
  IconMaximize,
  IconMinimize,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
  IconRepeat,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Clock } from '../player/Clock';
import { PlayButton } from '../player/PlayButton';
import { SoundControl } from '../player/SoundControl';
import { useWords } from '../words/words';
import type { Player } from './MomentPlayer';
import styles from './Playlist.module.css';
import type { PlaylistActs } from './usePlaylistKeys';

type Props = {
  player: Player;
  durationMs: number;
  /** A moment is on, and not over. */
  on: boolean;
  side: boolean;
  full: boolean;
  act: PlaylistActs;
};

/** Every key of the playlist as a button. */
export function PlaylistBar({ player, durationMs, on, side, full, act }: Props) {
  const { t } = useWords();
  const { playback, state, sound } = player;
  const button = (label: string, key: string, run: () => void, icon: ReactNode, pressed?: boolean) => (
    <Tooltip label={`${label} (${key})`} withinPortal={false}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'accent' : 'gray'}
        size="lg"
        aria-label={label}
        aria-pressed={pressed}
        onClick={run}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  const Full = full ? IconMinimize : IconMaximize;
  return (
    <div className={styles.bar}>
      {button(t('playlist.previous'), '←', act.previous, <IconPlayerTrackPrevFilled size={18} aria-hidden />)}
      <PlayButton
        playing={on && state.playing}
        keyName={t('keys.code.Space')}
        disabled={state.failed}
        toggle={act.toggle}
        withinPortal={false}
      />
      {button(t('playlist.next'), '→', act.next, <IconPlayerTrackNextFilled size={18} aria-hidden />)}
      {button(t('playlist.repeat'), 'R', act.repeat, <IconRepeat size={20} aria-hidden />)}
      <Clock playback={playback} durationMs={durationMs} />
      <div className={styles.right}>
        <SoundControl
          sound={sound.sound}
          change={sound.change}
          disabled={state.failed}
          withinPortal={false}
        />
        {button(t('playlist.side'), 'L', act.side, <IconList size={20} aria-hidden />, side)}
        {button(
          t(full ? 'stage.notFull' : 'stage.full'),
          'F',
          act.fullScreen,
          <Full size={20} aria-hidden />,
        )}
      </div>
    </div>
  );
}
