import { type KeyboardEvent, use } from 'react';
import { levels } from '../../db/scale';
import { digitOf } from '../player/keys';
import styles from './LevelScale.module.css';
import { Locked } from './locked';

type Props = {
  label: string;
  value: number | null;
  /** Colours the chosen level by the ramp of quality. */
  quality?: boolean;
  /** What a level means, as a hint at the button. */
  hint?: (level: number) => string | undefined;
  set: (level: number | null) => void;
  /** Keys that lead on from this scale. */
  go?: (where: 'next' | 'previous' | 'none') => void;
};

/** Seven levels as one radio group: digits and arrows set, Backspace clears, Enter leads on. */
export function LevelScale({ label, value, quality = false, hint, set, go }: Props) {
  const locked = use(Locked);
  const press = (event: KeyboardEvent) => {
    const digit = digitOf(event.nativeEvent);
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    const handled = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const choose = (level: number) => {
      event.currentTarget.querySelector<HTMLElement>(`[data-level="${level}"]`)?.focus();
      set(level);
    };
    const meant = digit !== undefined || ['Enter', 'Backspace', 'Delete'].includes(event.key);
    const sets = meant && event.key !== 'Enter';
    const steps = plain && (event.key === 'ArrowRight' || event.key === 'ArrowLeft');
    if ((event.repeat && meant) || (locked && (sets || steps))) {
      // A key held too long is one press: it must not run on through the sheet. Nothing sets a locked scale.
      handled();
    } else if (digit !== undefined && digit >= 1 && digit <= 7) {
      handled();
      choose(digit);
    } else if (digit === 0 && go !== undefined) {
      handled();
      go('none');
    } else if (steps) {
      handled();
      const level = value === null ? 4 : value + (event.key === 'ArrowRight' ? 1 : -1);
      if (level >= 1 && level <= 7) choose(level);
    } else if (plain && (event.key === 'Backspace' || event.key === 'Delete')) {
      handled();
      set(null);
    } else if (plain && go !== undefined && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      handled();
      go('next');
    } else if (plain && go === undefined && event.key === 'Enter') {
      handled();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    } else if (plain && go !== undefined && event.key === 'ArrowUp') {
      handled();
      go('previous');
    }
  };

  return (
    <div role="radiogroup" aria-label={label} className={styles.scale} onKeyDown={press}>
      {levels.map((level) => (
        // biome-ignore lint/a11y/useSemanticElements: a chosen level can be taken back, which a radio input cannot
        <button
          key={level}
          type="button"
          role="radio"
          aria-checked={value === level}
          aria-disabled={locked || undefined}
          data-level={level}
          data-quality={quality && value === level ? level : undefined}
          tabIndex={level === (value ?? 1) ? 0 : -1}
          title={hint?.(level)}
          className={styles.level}
          // Only the mouse takes a level back by pressing it again.
          onClick={(event) => !locked && set(event.detail > 0 && value === level ? null : level)}
        >
          {level}
        </button>
      ))}
    </div>
  );
}
