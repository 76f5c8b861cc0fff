import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Rules.module.css';

type Props = { name: string; on: boolean; turn: (on: boolean) => void; children?: ReactNode };

/** One rule of passing, on or off, with its numbers beside it. */
export function RuleRow({ name, on, turn, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div className={styles.rule} role="group" aria-label={name}>
      <Switch label={name} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      {children}
    </div>
  );
}
