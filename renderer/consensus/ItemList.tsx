import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { EditionItem } from '../../db/model';
import { itemOf } from '../../db/scale';
import type { ConsensusSource } from '../../preload/api';
import { AdherenceCell } from '../rating/AdherenceCell';
import { ruleOf } from '../rating/changes';
import { QualityCell } from '../rating/QualityCell';
import { letterOf } from '../results/signs';
import { useWords } from '../words/words';
import styles from './Consensus.module.css';
import type { ItemState } from './decided';
import { type Difference, type Levels, levelsIn, overallItem } from './differences';
import { Letter } from './Letter';
import { StateSign } from './StateSign';

type Row = Difference & { state: ItemState };
type Props = {
  rows: readonly Row[];
  sources: readonly ConsensusSource[];
  /** What was agreed on. */
  levels: (item: number) => Levels;
  rules: readonly EditionItem[];
  item: number;
  choose: (item: number) => void;
  /** Into what is agreed on. */
  enter: () => void;
};

/** So many ratings have room for both sides; of more, the quality stands here. */
const mostWithBoth = 3;

/** The items in the order of their differences. Up and down go from one to the next, Enter goes into it. */
export function ItemList({ rows, sources, levels, rules, item, choose, enter }: Props) {
  const { t, language } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const both = sources.length <= mostWithBoth;
  const room: CSSProperties & Record<'--sources', string> = {
    // Without sources there is no column, but the name of a line: nothing cannot be repeated.
    '--sources': sources.length === 0 ? '[sources]' : `repeat(${sources.length}, ${both ? 52 : 26}px)`,
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen comes into sight
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (moved.current) row?.focus({ preventScroll: true });
    moved.current = false;
  }, [item]);

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex((row) => row.item === item);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const found = Object.entries(to).find(([key]) => key === event.key)?.[1];
    const row = found === undefined ? undefined : rows[found];
    if (event.key === 'Enter') enter();
    else if (found === undefined) return;
    else if (row !== undefined) {
      moved.current = true;
      choose(row.item);
    }
    event.preventDefault();
  }

  function click({ target }: MouseEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
    if (row !== null) choose(Number(row.dataset.item));
  }

  return (
    <div className={styles.items} style={room}>
      <div className={styles.listHead} aria-hidden>
        <span>{t('consensus.item')}</span>
        {sources.map(({ ratingId, raterName }, at) => (
          <Letter key={ratingId} at={at} name={raterName} />
        ))}
        <span>{t('consensus.agreedShort')}</span>
        <span />
      </div>
      <div
        ref={list}
        role="listbox"
        aria-label={t('consensus.list')}
        className={styles.list}
        onKeyDown={press}
        onClick={click}
      >
        {rows.map((row) => (
          <div
            key={row.item}
            role="option"
            aria-selected={row.item === item}
            tabIndex={row.item === item ? 0 : -1}
            className={styles.row}
            data-item={row.item}
            data-state={row.state}
          >
            <span className={styles.number}>{row.item === overallItem ? '' : row.item}</span>
            <span className={styles.name}>{nameOf(row.item)}</span>
            <VisuallyHidden>{said(row)}</VisuallyHidden>
            {sources.map((source) => (
              <Cells
                key={source.ratingId}
                levels={levelsIn(source, row.item)}
                both={both}
                takes={takes(row.item)}
              />
            ))}
            <Cells levels={levels(row.item)} both takes={takes(row.item)} />
            <StateSign state={row.state} />
          </div>
        ))}
      </div>
    </div>
  );

  function takes(of: number): boolean {
    return of === overallItem || ruleOf(rules, of).takesAdherence;
  }

  function nameOf(of: number): string {
    return of === overallItem ? t('rating.overall') : itemOf(of).short[language];
  }

  /** What the cells show: 'A adherence 4, quality 2; B …; agreed …;'. */
  function said(row: Row): string {
    const parts = sources.map(
      (source, at) => `${letterOf(at)} ${levelsSaid(levelsIn(source, row.item), takes(row.item))}`,
    );
    const agreed = t('consensus.agreedOn', { levels: levelsSaid(levels(row.item), takes(row.item)) });
    return ` ${[...parts, agreed, ''].join('; ')}`;
  }

  function levelsSaid({ adherence, quality, noOccasion }: Levels, takesAdherence: boolean): string {
    if (noOccasion) return t('rating.noOccasion');
    return [
      ...(takesAdherence ? [`${t('rating.adherence')} ${adherence ?? '–'}`] : []),
      `${t('rating.quality')} ${quality ?? '–'}`,
    ].join(', ');
  }
}

function Cells({ levels, both, takes }: { levels: Levels; both: boolean; takes: boolean }) {
  const { noOccasion, adherence, quality } = levels;
  return (
    <span className={styles.cells} aria-hidden>
      {both && !noOccasion && <AdherenceCell adherence={adherence} takes={takes} />}
      <QualityCell quality={quality} noOccasion={noOccasion} small />
    </span>
  );
}
