/** Dragging marks and their ends: seen while it is done, kept when let go, taken back by Escape. */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Mark, MarkChange } from '../../db/model';
import { dragged, type Part } from './drag';
import type { Lane } from './lanes';

/** A mark as it would be if it were let go now. */
export type Draft = {
  mark: Mark;
  part: Part;
  item: number;
  atMs: number;
  endMs: number | null;
  /** A second mark is made, on the other item. */
  copying: boolean;
};

type Options = {
  lanes: readonly Lane[];
  durationMs: number;
  locked: boolean;
  /** As wide as the whole recording, with the lanes in it. */
  wide: RefObject<HTMLElement | null>;
  edit: (change: MarkChange) => unknown;
  copy: (mark: Mark, item: number) => unknown;
};

/** A press that moves less than this is a click. */
const clickPx = 4;
/** The pointer leaves a lane when it is this far outside: nobody's hand is steady. */
const stickyPx = 7;
/** On the way to another lane a mark keeps its time, unless it is moved sideways by more. */
const uprightPx = 14;

export function useDrag(options: Options) {
  const [draft, setDraft] = useState<Draft>();
  /** True while something is being dragged. */
  const held = useRef(false);
  const latest = useRef(options);
  latest.current = options;
  const running = useRef<AbortController>(undefined);
  const wasDrag = useRef(false);

  useEffect(() => () => running.current?.abort(), []);

  const onPointerDown = useCallback((down: PointerEvent<HTMLElement>) => {
    wasDrag.current = false;
    const target = down.target instanceof Element ? down.target : undefined;
    const id = target?.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    const { lanes, locked } = latest.current;
    const mark = lanes.flatMap(({ marks }) => marks).find((one) => one.id === id);
    if (mark === undefined || locked || down.button !== 0) return;
    const end = target?.closest<HTMLElement>('[data-end]')?.dataset.end;
    const part: Part = end === 'start' || end === 'end' ? end : 'whole';
    const timeAt = (x: number) => {
      const box = latest.current.wide.current?.getBoundingClientRect();
      return box === undefined ? 0 : ((x - box.left) / Math.max(1, box.width)) * latest.current.durationMs;
    };
    const fromMs = timeAt(down.clientX);
    let now: Draft | undefined;

    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const stop = () => {
      control.abort();
      held.current = false;
    };

    const move = (event: globalThis.PointerEvent) => {
      const aside = event.clientX - down.clientX;
      if (now === undefined && Math.hypot(aside, event.clientY - down.clientY) < clickPx) return;
      held.current = true;
      const item = part === 'whole' ? itemUnder(event.clientY, mark.item, latest.current) : mark.item;
      const byMs = item !== mark.item && Math.abs(aside) < uprightPx ? 0 : timeAt(event.clientX) - fromMs;
      const copying = item !== mark.item && (event.ctrlKey || event.altKey || event.metaKey);
      now = { mark, part, item, copying, ...dragged(mark, part, byMs, latest.current.durationMs) };
      setDraft(now);
    };
    const drop = async () => {
      stop();
      if (now === undefined) return;
      wasDrag.current = true;
      const done = now;
      await kept(done, latest.current);
      // The answer is drawn first, so that the mark does not flash at its old place.
      requestAnimationFrame(() => setDraft((later) => (later === done ? undefined : later)));
    };
    const leave = () => {
      stop();
      wasDrag.current = now !== undefined;
      setDraft(undefined);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        if (now === undefined) return;
        leave();
      }
      if (now !== undefined && /^(Control|Alt|Meta)$/.test(event.key) && now.item !== mark.item) {
        now = { ...now, copying: event.type === 'keydown' };
        setDraft(now);
      }
      // While something is dragged the desk's other keys wait.
      event.preventDefault();
      event.stopPropagation();
    };
    const { signal } = control;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => void drop(), { signal });
    window.addEventListener('pointercancel', leave, { signal });
    window.addEventListener('blur', leave, { signal });
    window.addEventListener('keydown', press, { signal, capture: true });
    window.addEventListener('keyup', press, { signal, capture: true });
  }, []);

  /** True for the click that ends a drag. */
  const endsDrag = useCallback((): boolean => wasDrag.current, []);

  return { draft, held, onPointerDown, endsDrag };
}

/** The item whose lane is under the pointer; the mark's own as long as the pointer is near its lane. */
function itemUnder(y: number, own: number, { lanes, wide }: Options): number {
  const boxes = [...(wide.current?.querySelectorAll<HTMLElement>('[data-lane]') ?? [])].map((lane) => ({
    item: Number(lane.dataset.lane),
    box: lane.getBoundingClientRect(),
  }));
  const home = boxes.find(({ item }) => item === own)?.box;
  if (home !== undefined && y > home.top - stickyPx && y < home.bottom + stickyPx) return own;
  const over = boxes.find(({ box }) => y >= box.top && y < box.bottom)?.item;
  const first = boxes[0];
  const beyond = first !== undefined && y < first.box.top ? lanes[0]?.item : lanes.at(-1)?.item;
  return over ?? beyond ?? own;
}

/** Asks for what the drag came to, if it came to anything. */
async function kept({ mark, item, atMs, endMs, copying }: Draft, { edit, copy }: Options): Promise<void> {
  if (copying) await copy({ ...mark, atMs, endMs }, item);
  else if (item !== mark.item || atMs !== mark.atMs || endMs !== mark.endMs) {
    await edit({
      id: mark.id,
      ...(item !== mark.item && { item }),
      ...(atMs !== mark.atMs && { atMs }),
      ...(endMs !== mark.endMs && { endMs }),
    });
  }
}
