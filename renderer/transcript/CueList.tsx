import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Cue } from '../../db/model';
import { useWords } from '../words/words';
import { CueRows } from './CueRows';
import { type Hit, speakerTones } from './cues';
import { type Selected, selectedIn, wholeCues } from './selection';
import styles from './Transcript.module.css';
import { chunkOf, useChunks } from './useChunks';

/** Where the list should go. A new object goes there again. */
export type Goal = { cue: number; focus: boolean };

type Props = {
  cues: readonly Cue[];
  current: number | undefined;
  following: boolean;
  /** A person looks elsewhere in the list. */
  wander: () => void;
  goal: Goal | undefined;
  setGoal: (goal: Goal) => void;
  selected: Selected | undefined;
  select: (selected: Selected | undefined) => void;
  sought: string;
  hit: Hit | undefined;
  play: (cue: number) => void;
  /** Enter belongs to what was typed on the desk. */
  enterTaken: () => boolean;
};

export function CueList(props: Props) {
  const { cues, current, following, wander, goal, setGoal, selected, select, sought, hit, play } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const tones = useMemo(() => speakerTones(cues), [cues]);
  const { chunks, near } = useChunks(cues, scroller);
  /** Where a selection by keyboard began; undefined for one by mouse. */
  const anchor = useRef<number>(undefined);
  const stop = goal?.cue ?? current ?? 0;

  const needed = new Set([chunkOf(stop)]);
  if (following && current !== undefined) needed.add(chunkOf(current));
  // A selection ends where its rows do: they stay as long as it does.
  if (selected !== undefined) {
    for (let at = chunkOf(selected.from); at <= chunkOf(selected.to); at += 1) needed.add(at);
  }

  useLayoutEffect(() => {
    if (goal === undefined || scroller.current === null) return;
    const row = show(scroller.current, goal.cue);
    if (goal.focus) row?.focus({ preventScroll: true });
  }, [goal]);
  useLayoutEffect(() => {
    if (following && current !== undefined && scroller.current !== null) show(scroller.current, current);
  }, [following, current]);

  useEffect(() => {
    const changed = () => {
      if (scroller.current === null) return;
      const now = selectedIn(scroller.current);
      if (now === 'elsewhere') return;
      // A caret set down somewhere ends what the mouse chose, not what the keys did.
      if (now === undefined && anchor.current !== undefined) return;
      anchor.current = undefined;
      select(now);
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [select]);

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = cueOf(event.target);
    if (from === undefined) return;
    if (event.key === 'Escape' && selected !== undefined) {
      document.getSelection()?.removeAllRanges();
      anchor.current = undefined;
      select(undefined);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const to = Math.min(cues.length - 1, Math.max(0, from + (event.key === 'ArrowDown' ? 1 : -1)));
      document.getSelection()?.removeAllRanges();
      if (event.shiftKey) {
        anchor.current = selected === undefined ? from : (anchor.current ?? from);
        select(wholeCues(cues, anchor.current, to));
      } else {
        anchor.current = undefined;
        select(undefined);
      }
      wander();
      setGoal({ cue: to, focus: true });
    } else if (event.key === 'Enter' && !event.shiftKey && !props.enterTaken()) play(from);
    else {
      if (event.key === 'PageDown' || event.key === 'PageUp') wander();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function click(event: MouseEvent): void {
    const cue = cueOf(event.target);
    // The end of dragging over words is no click.
    if (cue === undefined || document.getSelection()?.isCollapsed === false) return;
    anchor.current = undefined;
    select(undefined);
    play(cue);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of 50,000 rows could not be shown in parts
    <div
      ref={scroller}
      role="grid"
      aria-label={t('transcript.label')}
      aria-rowcount={cues.length}
      className={styles.list}
      onKeyDown={press}
      onClick={click}
      onWheel={wander}
      onTouchMove={wander}
      onPointerDown={(event) => {
        // On the scroll bar.
        if (event.target === scroller.current) wander();
      }}
    >
      {chunks.map(({ number, first, cues: some, heightPx }) => {
        const there = near.has(number) || needed.has(number);
        return (
          <div
            key={number}
            data-chunk={number}
            role={there ? 'rowgroup' : 'presentation'}
            style={there ? undefined : { height: heightPx }}
          >
            {there && (
              <CueRows
                cues={some}
                tones={tones}
                first={first}
                current={within(current, number)}
                stop={within(stop, number)}
                selectedFrom={selected?.from ?? 0}
                selectedTo={selected?.to ?? -1}
                sought={sought}
                hit={within(hit?.cue, number) === undefined ? undefined : hit}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function cueOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-cue]') : null;
  return row === null ? undefined : Number(row.dataset.cue);
}

/** Nothing for the other pieces: they need not be drawn again. */
const within = (cue: number | undefined, chunk: number): number | undefined =>
  cue !== undefined && chunkOf(cue) === chunk ? cue : undefined;

/** Brings a row into the middle part of the list, when it is not there yet. */
function show(list: HTMLElement, cue: number): HTMLElement | null {
  const row = list.querySelector<HTMLElement>(`[data-cue="${cue}"]`);
  if (row === null) return null;
  const above = row.offsetTop - list.scrollTop;
  const room = list.clientHeight;
  if (above < 0 || above + row.offsetHeight > room * 0.7) {
    list.scrollTop = row.offsetTop - Math.min(room * 0.3, Math.max(0, room - row.offsetHeight));
  }
  return row;
}
