import { screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { RecordingView, SessionView } from '../../preload/api';
import { useSound } from '../../renderer/player/useSound';
import { useSession } from '../../renderer/queries';
import { aSessionRow, uuid } from '../fixtures/rows';
import { answerWith, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

const recording: RecordingView = {
  id: uuid(7),
  name: 'session.mp3',
  sizeBytes: 1,
  durationMs: 60_000,
  picture: false,
  codecs: ['mp3'],
  frameMs: null,
  volume: 100,
  gainDb: 0,
  problem: null,
  keptAt: null,
  original: false,
  interrupted: false,
};
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
  recording,
  scores: [],
};

function Sound({ of }: { of: RecordingView }) {
  const { sound, act } = useSound(of);
  return (
    <button type="button" onClick={act.softer}>
      {sound.volume} per cent
    </button>
  );
}

/** A desk that one leaves and comes back to. */
function Place() {
  const [there, setThere] = useState(true);
  const { data } = useSession(uuid(200));
  return (
    <>
      <button type="button" onClick={() => setThere(!there)}>
        {there ? 'Leave' : 'Return'}
      </button>
      {there && data?.recording && <Sound of={data.recording} />}
    </>
  );
}

test('the volume of a recording is remembered by the desk that is come back to at once', async () => {
  const asked = answerWith({ session: () => session, keepSound: () => undefined });
  const { user } = show(<Place />);
  await user.click(await screen.findByRole('button', { name: '100 per cent' }));
  expect(asked.at(-1)).toEqual({
    name: 'keepSound',
    argument: { recordingId: uuid(7), volume: 90, gainDb: 0 },
  });
  await user.click(screen.getByRole('button', { name: 'Leave' }));
  await user.click(screen.getByRole('button', { name: 'Return' }));
  expect(screen.getByRole('button', { name: '90 per cent' })).toBeDefined();
});
