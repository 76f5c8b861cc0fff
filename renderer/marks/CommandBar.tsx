import { Kbd, VisuallyHidden } from '@mantine/core';
import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './CommandBar.module.css';
import { type Command, typedItem } from './command';
import type { Seats } from './MarkPanel';
import { MarkShape } from './MarkShape';

type Props = {
  command: Command;
  therapist: 'first' | 'second' | 'both';
  setTherapist: (therapist: 'first' | 'second' | 'both') => void;
  seats: Seats;
  mark: () => void;
  toggleMissed: () => void;
};

/** What the next keys will do, in words: the number typed so far, whose intervention, and what comes next. */
export function CommandBar(props: Props) {
  const { command, therapist, setTherapist, seats, mark, toggleMissed } = props;
  const { t, language } = useWords();
  const item = typedItem(command);
  const choices = [
    { value: 'first', key: 'A', label: seats.first },
    { value: 'second', key: 'B', label: seats.second ?? t('mark.second') },
    { value: 'both', key: 'C', label: t('mark.both') },
  ] as const;

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
        {t('mark.missedShort')} <Kbd size="xs">M</Kbd>
      </button>
      <div className={styles.seats} role="radiogroup" aria-label={t('mark.therapist')}>
        {choices.map(({ value, key, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: styled as one bar of three, like the levels
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={therapist === value}
            className={styles.seat}
            onClick={() => setTherapist(value)}
          >
            <MarkShape mark={{ therapist: value, quality: null, kind: 'intervention' }} />
            <span className={styles.seatName}>{label}</span> <Kbd size="xs">{key}</Kbd>
          </button>
        ))}
      </div>
    </div>
  );
}
