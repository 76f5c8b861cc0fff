import { Button } from '@mantine/core';
import { IconPlaylist } from '@tabler/icons-react';
import { useWords } from '../words/words';

type Props = {
  count: number;
  /** Those that a person has chosen, and not the whole list. */
  chosen: boolean;
  disabled: boolean;
  play: () => void;
};

/** Says how many moments it plays. */
export function PlayThese({ count, chosen, disabled, play }: Props) {
  const { t } = useWords();
  return (
    <Button
      size="compact-md"
      leftSection={<IconPlaylist size={18} aria-hidden />}
      disabled={disabled || count === 0}
      onClick={play}
    >
      {t(chosen ? 'moments.playChosen' : 'moments.play', { count })}
    </Button>
  );
}
