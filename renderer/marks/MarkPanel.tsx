import { ActionIcon, Checkbox, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconMapPin, IconPlayerPlayFilled, IconTrash } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { Mark } from '../../db/model';
import { items } from '../../db/scale';
import { clock } from '../format';
import { keepFocus } from '../rating/keepFocus';
import { LevelScale } from '../rating/LevelScale';
import { NoteField } from '../rating/NoteField';
import { useWords } from '../words/words';
import styles from './MarkPanel.module.css';

export type Seats = { first: string; second: string | undefined };

type Props = {
  mark: Mark;
  seats: Seats;
  edit: (change: Partial<Mark>) => Promise<unknown>;
  remove: () => void;
  play: () => void;
  moveHere: () => void;
  note: RefObject<HTMLTextAreaElement | null>;
};

/** The selected mark, to be completed or put right. Every change is kept at once. */
export function MarkPanel({ mark, seats, edit, remove, play, moveHere, note }: Props) {
  const { t, language } = useWords();
  const button = (label: string, run: () => void, icon: ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={26} aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <section className={styles.panel} aria-label={t('mark.title')} onMouseDown={keepFocus}>
      <div className={styles.row}>
        <span className={styles.title}>{t('mark.title')}</span>
        {button(t('mark.play'), play, <IconPlayerPlayFilled size={14} aria-hidden />)}
        <span className={styles.time}>{clock(mark.atMs, language)}</span>
        {button(t('mark.moveHere'), moveHere, <IconMapPin size={15} aria-hidden />)}
        <Select
          className={styles.item}
          size="xs"
          aria-label={t('mark.item')}
          data={items.map(({ number, name }) => ({
            value: String(number),
            label: `${number} ${name[language]}`,
          }))}
          value={String(mark.item)}
          allowDeselect={false}
          onChange={(value) => {
            const item = Number(value);
            if (item >= 1) void edit({ item });
            // The desk has its keys again.
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          }}
        />
        {button(t('mark.remove'), remove, <IconTrash size={15} aria-hidden />)}
      </div>
      <div className={styles.row}>
        <SegmentedControl
          size="xs"
          aria-label={t('mark.therapist')}
          data={[
            { value: 'first', label: seats.first },
            { value: 'second', label: seats.second ?? t('mark.second') },
            { value: 'both', label: t('mark.both') },
          ]}
          value={mark.therapist}
          onChange={(value) =>
            void edit({ therapist: value === 'first' ? 'first' : value === 'second' ? 'second' : 'both' })
          }
        />
        <Checkbox
          size="xs"
          label={t('mark.missed')}
          checked={mark.kind === 'missed'}
          onChange={(event) => void edit({ kind: event.currentTarget.checked ? 'missed' : 'intervention' })}
        />
        <span className={styles.scaleName}>{t('rating.quality')}</span>
        <div className={styles.scale}>
          <LevelScale
            label={t('mark.quality')}
            quality
            value={mark.quality}
            set={(quality) => void edit({ quality })}
          />
        </div>
      </div>
      <NoteField
        key={mark.id}
        field={note}
        label={t('mark.note')}
        saved={mark.note}
        save={(text) => edit({ note: text })}
      />
    </section>
  );
}
