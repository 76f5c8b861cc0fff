import { Progress } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type {
  EditionItem,
  Gap,
  Mark,
  Overall,
  OverallChange,
  Phase,
  Score,
  ScoreChange,
} from '../../db/model';
import { items, type ScaleItem } from '../../db/scale';
import { useWords } from '../words/words';
import type { Anchors } from './AnchorText';
import { doneCount, ruleOf, scoreOf } from './changes';
import { hintOf } from './hints';
import { ItemRow } from './ItemRow';
import { keepFocus } from './keepFocus';
import { OpenItem } from './OpenItem';
import { OpenOverall } from './OpenOverall';
import { OverallRow } from './OverallRow';
import styles from './Sheet.module.css';

/** What is open in the sheet: one of the 19 items, the overall rating, or nothing. */
export type Opened = number | 'overall' | undefined;
export type Part = 'adherence' | 'quality';

type Props = {
  ratingId: string;
  /** What the edition of this rating says of the items. */
  rules: readonly EditionItem[];
  scores: readonly Score[];
  overall: Overall;
  marks: readonly Mark[];
  opened: Opened;
  open: (opened: Opened) => void;
  editScore: (change: ScoreChange) => Promise<unknown>;
  editOverall: (change: OverallChange) => Promise<unknown>;
  selectedId: string | undefined;
  playMark: (mark: Mark) => void;
  anchors: Anchors;
  phases: readonly Phase[];
  /** How many lead the session. */
  therapists: number;
  /** Why something is missing in a submitted rating. */
  gaps?: readonly Gap[];
  /** Stands at the end of the foot. */
  foot?: ReactNode;
};

/** The 19 items in sight at once; the open one grows in place. */
export function Sheet(props: Props) {
  const { t } = useWords();
  const { ratingId, rules, scores, overall, marks, opened, open } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const done = doneCount(scores, rules);
  const overallDone = overall.adherence !== null && overall.quality !== null;
  const says =
    done < items.length || overallDone
      ? t('rating.done', { done, all: items.length })
      : t('rating.doneButOverall', { done, all: items.length });

  /** Opens a neighbour and puts the keyboard into its first scale. */
  const lead = (to: Opened, part: Part = 'adherence') => {
    // At once: the next key may follow before the next frame, and belongs to the new scale.
    flushSync(() => open(to));
    // The first scale of an item that takes no adherence is that of quality.
    const scale = part === 'adherence' ? '[data-part]' : `[data-part="${part}"]`;
    sheet.current?.querySelector<HTMLElement>(`${scale} [tabindex="0"]`)?.focus();
  };

  /** Opened by keyboard, the focus would fall with the row: it goes to the first scale. */
  const openRow = (to: Opened, byKeyboard: boolean) => (byKeyboard ? lead(to) : open(to));

  const reasonOf = (item: number) => props.gaps?.find((gap) => gap.item === item)?.reason;

  const row = (item: ScaleItem) => {
    const score = scoreOf(scores, ratingId, item.number);
    const rule = ruleOf(rules, item.number);
    // Where an item may not be 'no occasion', nothing hints at it.
    const { noOccasionWhen, ...asked } = item.evidence;
    const evidence = rule.mayBeNoOccasion ? item.evidence : asked;
    const itemMarks = marks.filter((mark) => mark.item === item.number);
    if (opened !== item.number) {
      return (
        <ItemRow
          key={item.number}
          item={item}
          rule={rule}
          score={score}
          marks={itemMarks.length}
          open={openRow}
        />
      );
    }
    return (
      <OpenItem
        key={item.number}
        item={item}
        rule={rule}
        score={score}
        marks={itemMarks}
        missingBecause={reasonOf(item.number)}
        edit={(change) => props.editScore({ ...change, ratingId, item: item.number })}
        close={() => open(undefined)}
        lead={lead}
        selectedId={props.selectedId}
        playMark={props.playMark}
        anchors={props.anchors}
        hint={hintOf(evidence, itemMarks, props.phases, props.therapists)}
      />
    );
  };

  return (
    <section ref={sheet} className={styles.sheet} aria-label={t('rating.sheet')} onMouseDown={keepFocus}>
      <div className={styles.head}>
        <span>{t('rating.item')}</span>
        <span className={styles.columns}>
          <span>{t('rating.marksShort')}</span>
          <span>{t('rating.adherenceShort')}</span>
          <span>{t('rating.quality')}</span>
        </span>
      </div>
      <div className={styles.items}>
        <h2 className={styles.scope}>{t('rating.scopeGroup')}</h2>
        {items.filter(({ scope }) => scope === 'group').map(row)}
        <h2 className={styles.scope}>{t('rating.scopeShared')}</h2>
        {items.filter(({ scope }) => scope === 'shared').map(row)}
      </div>
      {opened === 'overall' ? (
        <OpenOverall
          overall={overall}
          scores={scores}
          missingBecause={reasonOf(0)}
          edit={(change) => props.editOverall({ ...change, ratingId })}
          close={() => open(undefined)}
          lead={lead}
        />
      ) : (
        <OverallRow overall={overall} scores={scores} open={openRow} />
      )}
      <div className={styles.foot}>
        <span className={styles.done}>{says}</span>
        <Progress
          flex={1}
          size="sm"
          value={(100 * (done + (overallDone ? 1 : 0))) / (items.length + 1)}
          aria-label={says}
        />
        {props.foot}
      </div>
    </section>
  );
}
