import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useWords } from '../words/words';

type Props = {
  playing: boolean;
  /** The key that does the same. */
  keyName: string | undefined;
  disabled: boolean;
  toggle: () => void;
  /** In an element that fills the screen, its words have to be drawn inside of it. */
  withinPortal?: boolean;
};

/** The large round button. */
export function PlayButton({ playing, keyName, disabled, toggle, withinPortal = true }: Props) {
  const { t } = useWords();
  const label = t(playing ? 'player.pause' : 'player.play');
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <Tooltip label={keyName === undefined ? label : `${label} (${keyName})`} withinPortal={withinPortal}>
      <ActionIcon size={40} radius="xl" aria-label={label} disabled={disabled} onClick={toggle}>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
