import { Checkbox } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { itemOf } from '../../db/scale';
import { MarkShape } from '../marks/MarkShape';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';
import { MomentQuality } from './MomentQuality';
import styles from './Moments.module.css';
import { type Moment, timesOf } from './moments';
import { raterLabel } from './raterLabel';

type Props = {
  measure: ((row: HTMLElement | null) => void) | undefined;
  topPx: number | undefined;
  at: number;
  moment: Moment;
  chosen: boolean;
  current: boolean;
  stop: boolean;
  therapist: string;
  /** Says who marked it. */
  rater: boolean;
};

export const MomentRow = memo(function MomentRow(props: Props) {
  const { moment, at, topPx, chosen, current } = props;
  const { t, language } = useWords();
  const { mark, rating, phase } = moment;
  const times = timesOf(mark);
  const { item, quality, note } = mark;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table could not be shown in parts
    <div
      ref={props.measure}
      role="row"
      aria-rowindex={at + 1}
      aria-selected={chosen}
      aria-current={current || undefined}
      tabIndex={props.stop ? 0 : -1}
      className={styles.row}
      data-at={at}
      data-index={at}
      style={topPx === undefined ? undefined : { position: 'absolute', top: topPx, left: 0, right: 0 }}
    >
      <Cell className={styles.check} choose>
        {/* The row takes the press, by mouse and by Space. */}
        <Checkbox
          size="xs"
          tabIndex={-1}
          checked={chosen}
          readOnly
          aria-label={t('moments.choose', { time: times })}
        />
      </Cell>
      <Cell className={styles.time}>{times}</Cell>
      <Cell className={styles.quality}>
        <MomentQuality quality={quality} />
      </Cell>
      <Cell className={styles.what}>
        <span className={styles.item}>
          <b>{item}</b> {itemOf(item).short[language]}
        </span>
        {mark.kind === 'missed' && <span className={styles.missed}>{t('mark.missed')}</span>}
        {note !== '' && <span className={styles.note}>{note}</span>}
      </Cell>
      <Cell className={styles.who}>
        <span className={styles.therapist}>
          <MarkShape mark={mark} size={11} />
          {props.therapist}
        </span>
        <span className={styles.aside}>
          {[phase && isolated(phase), props.rater ? raterLabel(rating, t) : undefined]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Cell>
    </div>
  );
});

function Cell(props: { className: string | undefined; choose?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <span role="gridcell" className={props.className} data-choose={props.choose}>
      {props.children}
    </span>
  );
}
