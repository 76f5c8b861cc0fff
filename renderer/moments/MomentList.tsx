import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words';
import { chosenOf, withAll } from './filters';
import { MomentRow } from './MomentRow';
import styles from './Moments.module.css';
import type { Moment } from './moments';
import type { Seats } from './seats';
import { useRows } from './useRows';

type Props = {
  listed: readonly Moment[];
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
  toggle: (id: string) => void;
  currentId: string | undefined;
  play: (moment: Moment) => void;
  seats: Seats;
  /** Several people have rated: each row says who. */
  raters: boolean;
  /** Takes all filters away. */
  showAll: () => void;
};

/** Up and down go from moment to moment, Enter plays, Space chooses. */
export function MomentList(props: Props) {
  const { listed, chosen, choose, toggle, currentId, play, seats, raters } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [stopId, setStopId] = useState<string>();
  const focusWanted = useRef(false);
  const stop = Math.max(
    0,
    listed.findIndex(({ mark }) => mark.id === (stopId ?? currentId)),
  );
  const { rows, heightPx, show } = useRows(listed, stop, scroller);
  const how = chosenOf(listed, chosen);

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    show(stop);
    scroller.current?.querySelector<HTMLElement>(`[data-at="${stop}"]`)?.focus({ preventScroll: true });
  }, [stop, show]);

  function press(event: KeyboardEvent): void {
    const moment = listed[stop];
    if (event.ctrlKey || event.metaKey || event.altKey || moment === undefined) return;
    const to = destination(event.key, stop, listed.length);
    if (to !== undefined) {
      focusWanted.current = to !== stop;
      setStopId(listed[to]?.mark.id);
    } else if (event.key === 'Enter') play(moment);
    else if (event.key === ' ') toggle(moment.mark.id);
    else return;
    event.preventDefault();
  }

  function click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const moment = listed[Number(target?.closest<HTMLElement>('[data-at]')?.dataset.at)];
    if (moment === undefined) return;
    setStopId(moment.mark.id);
    if (target?.closest('[data-choose]')) toggle(moment.mark.id);
    else play(moment);
  }

  if (listed.length === 0) {
    return (
      <div className={styles.nothing}>
        <p>{t('moments.nothing')}</p>
        <Button size="xs" variant="default" onClick={props.showAll}>
          {t('moments.showAll')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Checkbox
        className={styles.chooseAll}
        size="xs"
        label={t('moments.chooseAll')}
        checked={how === 'all'}
        indeterminate={how === 'some'}
        onChange={() => choose(withAll(listed, chosen, how !== 'all'))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a table that is shown in parts could not keep its rows' places */}
      <div
        ref={scroller}
        role="grid"
        aria-label={t('moments.title')}
        aria-rowcount={listed.length}
        aria-multiselectable
        className={styles.list}
        onKeyDown={press}
        onClick={click}
      >
        <div role="presentation" className={styles.rows} style={{ height: heightPx }}>
          {rows.map(({ at, topPx, measure }) => {
            const moment = listed[at];
            return (
              moment !== undefined && (
                <MomentRow
                  key={moment.mark.id}
                  measure={measure}
                  topPx={topPx}
                  at={at}
                  moment={moment}
                  chosen={chosen.has(moment.mark.id)}
                  current={moment.mark.id === currentId}
                  stop={at === stop}
                  therapist={seats[moment.mark.therapist]}
                  rater={raters}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
}

/** How many rows a page key goes. */
const pageRows = 8;

/** Which row a key leads to; undefined when it leads nowhere. */
function destination(key: string, from: number, count: number): number | undefined {
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + pageRows, PageUp: from - pageRows };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const found = Object.entries(to).find(([name]) => name === key)?.[1];
  return found === undefined ? undefined : Math.min(count - 1, Math.max(0, found));
}
