import { Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';

type Props = {
  /** What is chosen from. */
  label: string;
  /** What is chosen now. */
  said: string;
  narrowed: boolean;
  rows: readonly { id: string; label: string; aside: string }[];
  chosen: ReadonlySet<string>;
  /** Told once, when the list is closed: each choice is seconds of work. */
  choose: (ids: string[]) => void;
};

/** A long list in which some are chosen, behind a button that says how many. */
export function CheckList({ label, said, narrowed, rows, chosen, choose }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState<ReadonlySet<string>>();
  const now = draft ?? chosen;
  const close = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    const ids = rows.map(({ id }) => id).filter((id) => draft.has(id));
    const before = rows.map(({ id }) => id).filter((id) => chosen.has(id));
    if (ids.join() !== before.join()) choose(ids);
  };
  const toggle = (id: string) => {
    const next = new Set(now);
    if (!next.delete(id)) next.add(id);
    setDraft(next);
  };
  return (
    <Popover
      opened={draft !== undefined}
      onChange={(opened) => (opened ? setDraft(chosen) : close())}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          fw={400}
          className={narrowed ? styles.narrowed : ''}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => (draft === undefined ? setDraft(chosen) : close())}
          aria-label={`${label}: ${said}`}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.checkList} aria-label={label}>
        <div className={styles.checkAll}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setDraft(new Set(rows.map(({ id }) => id)))}
          >
            {t('agreement.all')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => setDraft(new Set())}>
            {t('agreement.none')}
          </Button>
        </div>
        <ul className={styles.checks}>
          {rows.map(({ id, label: name, aside }) => (
            <li key={id}>
              <Checkbox
                size="xs"
                label={
                  <span className={styles.checkLabel}>
                    {name} <span>{aside}</span>
                  </span>
                }
                checked={now.has(id)}
                onChange={() => toggle(id)}
              />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
