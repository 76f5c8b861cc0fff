import { Kbd, Popover, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { clockSeconds } from '../format';
import { digitOf } from '../player/keys';
import { useWords } from '../words/words';
import styles from './PhaseLane.module.css';
import { type AnyPhase, nextName } from './phasing';

type Props = {
  atMs: number;
  /** Where the playhead was, as a share of the lane. */
  left: string;
  names: readonly string[];
  phases: readonly AnyPhase[];
  begin: (name: string) => Promise<unknown>;
  close: () => void;
};

/** At once, so that a digit typed right after P is not the number of an item. */
const focusFirst = (list: HTMLElement | null) => list?.focus();

/** A small list at the playhead: digits and arrows choose a name, Enter begins the phase; a letter begins a name. */
export function BeginPhase({ atMs, left, names, phases, begin, close }: Props) {
  const { t } = useWords();
  const [at, setAt] = useState(() => Math.max(0, names.indexOf(nextName(names, phases, atMs))));
  const [own, setOwn] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);

  const leave = () => {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const take = (name: string | undefined) => {
    if (name === undefined || name.trim() === '') return;
    void begin(name.trim());
    leave();
  };

  const press = (event: KeyboardEvent) => {
    const digit = digitOf(event.nativeEvent);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (digit !== undefined) {
      if (digit >= 1 && digit <= names.length) setAt(digit - 1);
    } else if (step !== undefined) setAt((now) => Math.min(names.length - 1, Math.max(0, now + step)));
    else if (event.key === 'Enter') take(names[at]);
    else {
      // What is typed is a name of its own; the letter itself arrives in the field.
      const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
      if (letter) field.current?.focus();
      return;
    }
    event.preventDefault();
  };

  return (
    <Popover
      // At the very edge of the lane the place has no width to be seen by.
      hideDetached={false}
      // The place is no button: only the list itself has a role.
      withRoles={false}
      opened
      onDismiss={leave}
      position="top"
      width={232}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={styles.here} style={{ left }} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        p="xs"
        aria-label={t('phase.begin')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
        }}
      >
        <p className={styles.question}>{t('phase.beginAt', { time: clockSeconds(atMs) })}</p>
        <div
          ref={focusFirst}
          role="listbox"
          tabIndex={0}
          aria-label={t('phase.begin')}
          aria-activedescendant={`phase-name-${at}`}
          className={styles.choices}
          onKeyDown={press}
        >
          {names.map((name, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={name}
              id={`phase-name-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.choice}
              onClick={() => take(name)}
            >
              {index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
              <span className={styles.choiceName}>{name}</span>
              {index === at && <Kbd size="xs">Enter</Kbd>}
            </div>
          ))}
        </div>
        <TextInput
          ref={field}
          size="xs"
          mt={6}
          aria-label={t('phase.otherName')}
          placeholder={t('phase.otherName')}
          maxLength={200}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(own);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
