import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RecordingView, SessionView } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { createSound, gains, type Sound } from './sound';

/** The sound of a recording: as it was left the last time, and kept at every change. Mute is for now only. */
export function useSound(recording: RecordingView | null) {
  const queries = useQueryClient();
  const [control] = useState(createSound);
  const [sound, setSound] = useState<Sound>({
    volume: recording?.volume ?? 100,
    gainDb: recording?.gainDb ?? 0,
    muted: false,
  });
  useEffect(() => control.set(sound), [control, sound]);
  useEffect(() => () => control.close(), [control]);

  const change = (some: Partial<Sound>) => {
    const next = { ...sound, ...some };
    setSound(next);
    const { volume, gainDb } = next;
    if (recording === null || (volume === sound.volume && gainDb === sound.gainDb)) return;
    const { id } = recording;
    ask('keepSound', { recordingId: id, volume, gainDb }).catch(tell);
    // The desk that is opened next begins with what the window knows of the session.
    queries.setQueriesData<SessionView | null>({ queryKey: ['session'] }, (old) =>
      old?.recording?.id === id ? { ...old, recording: { ...old.recording, volume, gainDb } } : old,
    );
  };
  const step = (by: number) =>
    change({ volume: Math.min(100, Math.max(0, sound.volume + by)), muted: false });

  return {
    control,
    sound,
    change,
    act: {
      mute: () => change({ muted: !sound.muted }),
      louder: () => step(10),
      softer: () => step(-10),
      lift: () => change({ gainDb: gains.find((gain) => gain > sound.gainDb) ?? 0 }),
    },
  };
}
