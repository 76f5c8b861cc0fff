import { Button } from '@mantine/core';
import styles from './Deletion.module.css';

type Props = { label: string; name?: string; small?: boolean; ask: () => void };

/** Leads to the window that shows what would go. It looks like no other button. */
export function AskToDelete({ label, name, small = false, ask }: Props) {
  return (
    <Button
      className={styles.ask}
      variant="default"
      size={small ? 'compact-sm' : 'sm'}
      aria-label={name}
      onClick={ask}
    >
      {label}
    </Button>
  );
}
