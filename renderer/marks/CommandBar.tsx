import { Kbd, VisuallyHidden } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import { type Held, useHeld } from '../held';
import type { Action } from '../player/keys';
import { useKeys } from '../player/useKeys';
import { useWords } from '../words/words';
import styles from './CommandBar.module.css';
import { type Command, typedItem } from './command';
import type { Seats } from './MarkPanel';
import { MarkShape } from './MarkShape';

type Props = {
  command: Held<Command>;
  therapist: 'first' | 'second' | 'both';
  setTherapist: (therapist: 'first' | 'second' | 'both') => void;
  seats: Seats;
  mark: () => void;
  toggleMissed: () => void;
};

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** What the next keys will do, in words: the number typed so far, whose intervention, and what comes next. */
export function CommandBar(props: Props) {
  const { therapist, setTherapist, seats, mark, toggleMissed } = props;
  const { t, language } = useWords();
  const { keyName } = useKeys();
  const command = useHeld(props.command);
  const item = typedItem(command);
  const choices = [
    { value: 'first', label: seats.first },
    { value: 'second', label: seats.second ?? t('mark.second') },
    { value: 'both', label: t('mark.both') },
  ] as const;
  const keyOf = (action: Action) => {
    const key = keyName(action);
    return key !== undefined && <Kbd size="xs">{key}</Kbd>;
  };
  /** As in every radio group, the arrows choose the one before or after. */
  const chooseByArrow = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const now = choices.findIndex(({ value }) => value === therapist);
    const next = choices.at((now + step) % choices.length);
    if (next === undefined) return;
    event.currentTarget.querySelector<HTMLElement>(`[data-seat="${next.value}"]`)?.focus();
    setTherapist(next.value);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    <div className={styles.bar} onMouseDown={(event) => event.preventDefault()}>
      <output className={styles.words} aria-live="polite">
        {command.same ? (
          <>
            {t('command.same')} <Kbd size="xs">{command.digits || '1–19'}</Kbd>
            {item !== undefined && <strong className={styles.name}>{itemOf(item).name[language]}</strong>}
          </>
        ) : command.awaiting !== undefined ? (
          <>
            {t('command.quality')} <Kbd size="xs">1–7</Kbd> {t('command.orOn')} <Kbd size="xs">Enter</Kbd>
          </>
        ) : item === undefined && command.running !== undefined ? (
          <>
            <span className={styles.name}>
              {t('command.running', {
                item: command.running.item,
                time: clockSeconds(command.running.fromMs),
              })}
            </span>{' '}
            <Kbd size="xs">Enter</Kbd> {t('command.runningEnds')}
          </>
        ) : item === undefined ? (
          <>
            {t('command.mark')} <Kbd size="xs">1–19</Kbd> <Kbd size="xs">Enter</Kbd>
          </>
        ) : (
          <>
            <Kbd size="xs">{command.digits}</Kbd>
            <strong className={styles.name}>{itemOf(item).name[language]}</strong>
          </>
        )}
      </output>
      {item !== undefined && (
        <button type="button" className={styles.action} title={t('command.now')} onClick={mark}>
          <VisuallyHidden>{t('command.now')} </VisuallyHidden>
          <Kbd size="xs">Enter</Kbd>
        </button>
      )}
      <button
        type="button"
        className={styles.action}
        title={t('mark.missed')}
        aria-pressed={command.missed}
        onClick={toggleMissed}
      >
        {t('mark.missedShort')} {keyOf('missed')}
      </button>
      <div
        className={styles.seats}
        role="radiogroup"
        aria-label={t('mark.therapist')}
        onKeyDown={chooseByArrow}
      >
        {choices.map(({ value, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: styled as one bar of three, like the levels
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={therapist === value}
            data-seat={value}
            tabIndex={therapist === value ? 0 : -1}
            className={styles.seat}
            onClick={() => setTherapist(value)}
          >
            <MarkShape mark={{ therapist: value, quality: null, kind: 'intervention' }} />
            <span className={styles.seatName}>{label}</span> {keyOf(value)}
          </button>
        ))}
      </div>
    </div>
  );
}
