import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { type ComponentProps, createRef } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { TimeLine } from '../../renderer/marks/TimeLine';
import type { Zooming } from '../../renderer/marks/useZoom';
import { createPlayback } from '../../renderer/player/playback';
import { aMark, uuid } from '../fixtures/rows';
import { show } from './surface';

const durationMs = 800_000;

/** Nothing is laid out here, and all is said to be 800 pixels wide: a pixel is a second. */
function showTimeLine(some: Partial<ComponentProps<typeof TimeLine>> = {}) {
  const asked = { edit: vi.fn(), copy: vi.fn(), select: vi.fn() };
  const line = (
    <TimeLine
      playback={createPlayback()}
      durationMs={durationMs}
      marks={[aMark({ item: 12, atMs: 60_000 })]}
      phaseLane={null}
      addPhase={null}
      selectedId={undefined}
      played={[]}
      locked={false}
      {...asked}
      {...some}
    />
  );
  return { ...show(line), ...asked };
}

const mark = () => screen.getByRole('button', { name: /^Item 12, 0/ });

/** Presses on something, moves, and lets go. */
function drag(what: Element, byPx: number): void {
  fireEvent.pointerDown(what, { button: 0, clientX: 60, clientY: 10 });
  fireEvent.pointerMove(window, { clientX: 60 + byPx, clientY: 10 });
  fireEvent.pointerUp(window, { clientX: 60 + byPx, clientY: 10 });
}

describe('the time line', () => {
  test('says what to do while it is empty', () => {
    showTimeLine({ marks: [] });
    screen.getByText(/Type an item's number/);
  });

  test('asks for the new time of a mark that was dragged', async () => {
    const { edit, select } = showTimeLine();
    drag(mark(), 30);
    await waitFor(() => expect(edit).toHaveBeenCalledExactlyOnceWith({ id: uuid(1), atMs: 90_000 }));
    fireEvent.click(mark());
    expect(select).not.toHaveBeenCalled();
  });

  test('asks for the new end of a stretch, and for nothing else', async () => {
    const { edit } = showTimeLine({ marks: [aMark({ item: 12, endMs: 100_000 })] });
    const end = mark().querySelector('[data-end="end"]');
    if (end === null) throw new Error('no handle');
    drag(end, 25);
    await waitFor(() => expect(edit).toHaveBeenCalledExactlyOnceWith({ id: uuid(1), endMs: 125_000 }));
  });

  test('changes nothing when a mark is put back where it was', async () => {
    const { edit, copy } = showTimeLine();
    fireEvent.pointerDown(mark(), { button: 0, clientX: 60, clientY: 10 });
    fireEvent.pointerMove(window, { clientX: 90, clientY: 10 });
    expect(screen.getByTestId('draft').textContent).toBe('00:01:30.0');
    fireEvent.pointerMove(window, { clientX: 60, clientY: 10 });
    fireEvent.pointerUp(window, { clientX: 60, clientY: 10 });
    await waitFor(() => expect(screen.queryByTestId('draft')).toBeNull());
    expect(edit).not.toHaveBeenCalled();
    expect(copy).not.toHaveBeenCalled();
  });

  test('that is locked plays its marks, and lets none be moved', () => {
    const { edit, copy, select } = showTimeLine({
      locked: true,
      marks: [aMark({ item: 12, endMs: 100_000 })],
      selectedId: uuid(1),
    });
    expect(mark().querySelector('[data-end]')).toBeNull();
    drag(mark(), 40);
    expect(screen.queryByTestId('draft')).toBeNull();
    expect(edit).not.toHaveBeenCalled();
    expect(copy).not.toHaveBeenCalled();
    fireEvent.click(mark());
    expect(select).toHaveBeenCalledOnce();
  });

  test('shows what has been played, and the stretch that is looped', () => {
    showTimeLine({ played: [{ fromMs: 0, toMs: 200_000 }], loop: { fromMs: 400_000, toMs: 600_000 } });
    const placeOf = (band: Element | null | undefined) => band?.getAttribute('style');
    const band = screen.getByTitle('What has been played').firstElementChild;
    expect(placeOf(band)).toBe('left: 0%; width: 25%;');
    expect(placeOf(document.querySelector('[data-loop]'))).toBe('left: 50%; width: 25%;');
  });

  test('tells the waveform what part of the recording is seen', () => {
    const ref = createRef<Zooming>();
    const waveform = vi.fn((_: { fromMs: number; toMs: number }) => null);
    showTimeLine({ waveform, ref });
    expect(waveform).toHaveBeenLastCalledWith({ fromMs: 0, toMs: durationMs });
    act(() => ref.current?.zoomIn());
    const [visible] = waveform.mock.lastCall ?? [];
    expect((visible?.toMs ?? 0) - (visible?.fromMs ?? 0)).toBe(durationMs / 2);
  });

  test('shows the lane of phases and what begins one', () => {
    showTimeLine({ phaseLane: <b>{'a lane'}</b>, addPhase: <i>{'begin'}</i> });
    screen.getByText('a lane');
    screen.getByText('begin');
  });

  test('shows many marks at one place as their number, and the selected one beside', () => {
    const marks = Array.from({ length: 12 }, (_, index) =>
      aMark({ id: uuid(index + 1), item: 12, atMs: 60_000 }),
    );
    showTimeLine({ marks, selectedId: uuid(5) });
    expect(screen.getByRole('button', { name: /^Item 12: 12 marks from/ }).textContent).toBe('12');
    expect(mark().dataset.mark).toBe(uuid(5));
  });
});
