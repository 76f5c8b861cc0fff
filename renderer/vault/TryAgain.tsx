import { Button } from '@mantine/core';
import { ask } from '../ask';

type Props = {
  enter: () => void;
  /** What the button says. */
  go: string;
};

/** Goes back to the lock, for when what stood in the way is gone. */
export function TryAgain({ enter, go }: Props) {
  return (
    <Button onClick={() => void ask('tryAgain', { anyway: false }).then(enter)} autoFocus>
      {go}
    </Button>
  );
}
