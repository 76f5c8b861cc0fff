import { ActionIcon, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './PhaseLane.module.css';
import type { AnyPhase, Edge } from './phasing';

type Props = {
  phase: AnyPhase;
  time: string;
  names: readonly string[];
  opened: boolean;
  open: (wanted: boolean) => void;
  rename: (name: string) => Promise<unknown>;
  setNow: (edge: Edge) => Promise<unknown>;
  remove: () => Promise<unknown>;
};

/** A phase's name on the lane; pressed, a small card changes it. Every change is kept at once. */
export function PhaseCard({ phase, time, names, opened, open, rename, setNow, remove }: Props) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  /** At once, so that the next key is the desk's. */
  const leave = () => {
    button.current?.focus();
    open(false);
  };
  return (
    <Popover
      opened={opened}
      onChange={open}
      position="top-start"
      width={268}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className={styles.name}
          title={`${phase.name} · ${time}`}
          onClick={() => open(!opened)}
        >
          <span className={styles.inSight}>{phase.name}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
        }}
      >
        <Stack gap="xs">
          <Name key={phase.name} saved={phase.name} save={rename} />
          <Group gap={4}>
            {names.map((name) => (
              <Button
                key={name}
                size="compact-xs"
                variant={name === phase.name ? 'light' : 'default'}
                onClick={() => void rename(name)}
              >
                {name}
              </Button>
            ))}
          </Group>
          {(['start', 'end'] as const).map((edge) => (
            <Group key={edge} justify="space-between" wrap="nowrap">
              <span className="tabular">
                {t(`phase.${edge}`)} {clockSeconds(edge === 'start' ? phase.startMs : phase.endMs)}
              </span>
              <Button size="compact-xs" variant="default" onClick={() => void setNow(edge)}>
                {t(`phase.${edge}Now`)}
              </Button>
            </Group>
          ))}
          <Group justify="space-between">
            <ActionIcon
              variant="default"
              size={26}
              aria-label={t('phase.remove')}
              title={t('phase.remove')}
              onClick={() => {
                open(false);
                void remove();
              }}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
            <Button size="compact-sm" onClick={leave}>
              {t('close')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Name({ saved, save }: { saved: string; save: (name: string) => Promise<unknown> }) {
  const { t } = useWords();
  const [name, setName] = useState(saved);
  const keep = () => {
    if (name.trim() === '') setName(saved);
    else if (name.trim() !== saved) void save(name.trim());
  };
  return (
    <TextInput
      size="xs"
      label={t('phase.name')}
      value={name}
      maxLength={200}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
      data-autofocus
    />
  );
}
