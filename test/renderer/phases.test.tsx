import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Phase, PhasesChange } from '../../db/model';
import type { SessionView } from '../../preload/api';
import { PhaseLane } from '../../renderer/marks/PhaseLane';
import { phaseBegun } from '../../renderer/marks/phasing';
import { createPlayback } from '../../renderer/player/playback';
import { useSession } from '../../renderer/queries';
import { useRating } from '../../renderer/rating/useRating';
import { aRatingView, aSessionRow, uuid } from '../fixtures/rows';
import { answerWith, inLanguage, show } from './surface';

const durationMs = 60_000;
const session: SessionView = {
  session: {
    id: uuid(200),
    groupId: null,
    date: '2026-11-12',
    number: 1,
    patientsPresent: null,
    firstTherapistId: null,
    secondTherapistId: null,
  },
  row: aSessionRow(),
  phases: [],
  recording: null,
  scores: [],
};
const phase = (number: number, name: string, startMs: number, endMs: number): Phase => ({
  id: uuid(number),
  sessionId: uuid(200),
  name,
  startMs,
  endMs,
});

beforeEach(() => inLanguage('en'));

test('two phases begun before the disk has answered are both kept', async () => {
  const asked = answerWith({
    session: () => session,
    rating: () => aRatingView(),
    setPhases: ({ phases }: PhasesChange) =>
      phases.map(({ name, startMs, endMs }, at) => phase(at, name, startMs, endMs)),
  });
  function Lane() {
    const { data } = useSession(uuid(200));
    const rating = useRating(uuid(100));
    if (!rating || !('view' in rating)) return null;
    const begin = (name: string, atMs: number) =>
      rating.setPhases((now) => phaseBegun(now, name, atMs, durationMs));
    return (
      <button
        type="button"
        onClick={() => {
          void begin('Opening', 0);
          void begin('Round', 20_000);
        }}
      >
        {data?.phases.map(({ name }) => name).join(', ') || 'none'}
      </button>
    );
  }
  const { user } = show(<Lane />);
  await waitFor(() => screen.getByRole('button', { name: 'none' }));
  await user.click(screen.getByRole('button'));
  expect(await screen.findByRole('button', { name: 'Opening, Round' })).toBeDefined();
  expect(asked.filter(({ name }) => name === 'setPhases')).toHaveLength(2);
});

describe('the edge of a phase', () => {
  const setPhases = vi.fn(async (_change: unknown) => undefined);

  function Lane() {
    const [playback] = useState(createPlayback);
    const phases = [phase(1, 'Opening', 0, 20_000), phase(2, 'Round', 20_000, 60_000)];
    return (
      <PhaseLane
        phases={phases}
        durationMs={durationMs}
        locked={false}
        playback={playback}
        names={['Opening', 'Round']}
        setPhases={setPhases}
        beginMs={undefined}
        setBeginMs={() => undefined}
      />
    );
  }

  function edge(): Element {
    setPhases.mockClear();
    Element.prototype.setPointerCapture = () => undefined;
    const { container } = show(<Lane />);
    const lane = screen.getByRole('region', { name: 'Phases' });
    // 60 ms for a pixel.
    lane.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 20);
    const found = container.querySelectorAll('[data-edge="end"]')[0];
    if (found === undefined) throw new Error('no edge');
    return found;
  }

  test('stays when it is only pressed, beside its very place', () => {
    const end = edge();
    fireEvent.pointerDown(end, { button: 0, pointerId: 1, clientX: 330 });
    fireEvent.pointerUp(end, { pointerId: 1, clientX: 331 });
    expect(setPhases).not.toHaveBeenCalled();
  });

  test('moves by as much as the pointer does', async () => {
    const end = edge();
    fireEvent.pointerDown(end, { button: 0, pointerId: 1, clientX: 330 });
    fireEvent.pointerMove(end, { pointerId: 1, clientX: 400 });
    await act(async () => void fireEvent.pointerUp(end, { pointerId: 1, clientX: 430 }));
    expect(setPhases).toHaveBeenCalledOnce();
    const [change] = setPhases.mock.lastCall ?? [];
    expect(typeof change === 'function' && change([phase(1, 'Opening', 0, 20_000)])).toMatchObject([
      { endMs: 26_000 },
    ]);
  });
});
