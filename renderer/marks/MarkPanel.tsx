import { ActionIcon, Checkbox, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type RefObject, use } from 'react';
import type { Mark } from '../../db/model';
import { items } from '../../db/scale';
import { aspects } from '../rating/aspects';
import { keepFocus } from '../rating/keepFocus';
import { LevelScale } from '../rating/LevelScale';
import { Locked } from '../rating/locked';
import { NoteField } from '../rating/NoteField';
import { useWords } from '../words/words';
import styles from './MarkPanel.module.css';
import { MarkTimes } from './MarkTimes';

export type Seats = { first: string; second: string | undefined };

type Props = {
  mark: Mark;
  seats: Seats;
  preRollMs: number;
  edit: (change: Partial<Mark>) => Promise<unknown>;
  remove: () => void;
  play: () => void;
  beginHere: () => void;
  endHere: () => void;
  copyTo: (mark: Mark, item: number) => void;
  note: RefObject<HTMLTextAreaElement | null>;
};

/** After a choice the desk has its keys again. */
const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** The selected mark, to be completed or put right. Every change is kept at once. */
export function MarkPanel(props: Props) {
  const { mark, seats, edit, copyTo } = props;
  const { t, language } = useWords();
  const locked = use(Locked);
  const choices = items.map(({ number, name }) => ({
    value: String(number),
    label: `${number} ${name[language]}`,
  }));
  const chosen = (value: string | null, take: (item: number) => void) => {
    const item = Number(value);
    if (item >= 1) take(item);
    leaveField();
  };
  return (
    <section className={styles.panel} aria-label={t('mark.title')} onMouseDown={keepFocus}>
      <div className={styles.row}>
        <MarkTimes
          mark={mark}
          preRollMs={props.preRollMs}
          locked={locked}
          play={props.play}
          beginHere={props.beginHere}
          endHere={props.endHere}
        />
        <Select
          className={styles.item}
          size="xs"
          aria-label={t('mark.item')}
          data={choices}
          value={String(mark.item)}
          allowDeselect={false}
          disabled={locked}
          onChange={(value) => chosen(value, (item) => void edit({ item }))}
        />
        <Select
          className={styles.also}
          size="xs"
          aria-label={t('mark.also')}
          placeholder={t('mark.also')}
          comboboxProps={{ width: 320, position: 'top-end' }}
          data={choices.filter(({ value }) => value !== String(mark.item))}
          value={null}
          disabled={locked}
          onChange={(value) => chosen(value, (item) => copyTo(mark, item))}
        />
        <Tooltip label={t('mark.remove')}>
          <ActionIcon
            variant="default"
            size={26}
            aria-label={t('mark.remove')}
            disabled={locked}
            onClick={props.remove}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
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
          disabled={locked}
          onChange={(value) =>
            void edit({ therapist: value === 'first' ? 'first' : value === 'second' ? 'second' : 'both' })
          }
        />
        <Checkbox
          size="xs"
          label={t('mark.missed')}
          disabled={locked}
          checked={mark.kind === 'missed'}
          onChange={(event) => void edit({ kind: event.currentTarget.checked ? 'missed' : 'intervention' })}
        />
        {mark.item === 3 && (
          <Select
            className={styles.aspect}
            size="xs"
            aria-label={t('mark.aspect')}
            placeholder={t('mark.noAspect')}
            data={aspects.map((value) => ({ value, label: t(`mark.aspects.${value}`) }))}
            value={mark.aspect}
            disabled={locked}
            onChange={(value) => {
              void edit({ aspect: aspects.find((aspect) => aspect === value) ?? null });
              leaveField();
            }}
          />
        )}
        {mark.item !== 3 && <span className={styles.scaleName}>{t('rating.quality')}</span>}
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
        field={props.note}
        label={t('mark.note')}
        saved={mark.note}
        save={(text) => edit({ note: text })}
      />
    </section>
  );
}
