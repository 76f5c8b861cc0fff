import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../words/words';
import styles from './Profile.module.css';

/** A row of the drawing as it can be chosen. */
type Choice = { measure: number; label: string; top: number; height: number };

type Props = {
  choices: readonly Choice[];
  chosen: number | undefined;
  choose: (measure: number) => void;
};

/** Lies over the drawing and makes its rows a list to choose from, each said in full. */
export function ProfileChoices({ choices, chosen, choose }: Props) {
  const { t } = useWords();
  const [reached, setReached] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const measures = choices.map(({ measure }) => measure);
  const at = measures.includes(reached) ? reached : (measures[0] ?? 0);
  const press = (event: KeyboardEvent) => {
    const to = keyTo(event.key, measures, at);
    if (to !== undefined) {
      setReached(to);
      list.current?.querySelector<HTMLElement>(`[data-measure="${to}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') choose(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={t('results.profile')}
      className={styles.choices}
      onKeyDown={press}
    >
      {choices.map(({ measure, label, top, height }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys
        <div
          key={measure}
          role="option"
          aria-selected={measure === chosen}
          aria-label={label}
          title={label}
          tabIndex={measure === at ? 0 : -1}
          data-measure={measure}
          className={styles.choice}
          style={{ top, height }}
          onClick={() => {
            setReached(measure);
            choose(measure);
          }}
        />
      ))}
    </div>
  );
}

/** Where a key leads from a row. */
function keyTo(key: string, measures: readonly number[], at: number): number | undefined {
  const index = measures.indexOf(at);
  switch (key) {
    case 'ArrowDown':
      return measures[Math.min(index + 1, measures.length - 1)];
    case 'ArrowUp':
      return measures[Math.max(index - 1, 0)];
    case 'Home':
      return measures[0];
    case 'End':
      return measures.at(-1);
    default:
      return undefined;
  }
}
