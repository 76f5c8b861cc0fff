import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Waveform } from '../../../db/model';
import type { RecordingView } from '../../../preload/api';
import { ask, NotAnswered } from '../../ask';
import type { Playback, PlaybackState } from '../playback';
import { startDrawing } from './draw';

export type WaveformState = {
  waveform: Waveform | undefined;
  /** 0 to 1 while the waveform is being drawn. */
  progress: number | undefined;
};

/** The waveform of a recording: as it was kept, or drawn once the recording can be played, and kept then. */
export function useWaveform(
  recording: RecordingView | null,
  playback: Playback,
  state: PlaybackState,
  start = startDrawing,
): WaveformState {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const { id, name, sizeBytes, durationMs = null } = recording ?? {};
  const { data: kept } = useQuery({
    // Another file for the same recording is asked about anew.
    queryKey: ['waveform', id, name, sizeBytes],
    // `null` tells 'there is none' apart from 'not asked yet'.
    queryFn: async () => (id === undefined ? null : ((await ask('waveform', id)) ?? null)),
    enabled: id !== undefined,
    structuralSharing: false,
  });

  const wanted = id !== undefined && kept === null && state.durationMs > 0 && !state.failed;
  useEffect(() => {
    if (!wanted) return;
    setProgress(0);
    const drawing = start({ id, durationMs }, (message) => {
      if (message.kind === 'progress') {
        setProgress(message.progress);
        return;
      }
      setProgress(undefined);
      drawing.stop();
      if (message.kind === 'failed') console.warn(`no waveform: ${message.why}`);
      if (message.kind !== 'drawn') return;
      const waveform = { recordingId: id, stepMs: message.stepMs, peaks: message.peaks };
      queries.setQueryData(['waveform', id, name, sizeBytes], waveform);
      ask('keepWaveform', waveform).catch((error: unknown) => {
        // What the record cannot take now is drawn again the next time.
        if (!(error instanceof NotAnswered)) throw error;
      });
    });
    const leaveTime = () => drawing.gently(playback.state().playing);
    leaveTime();
    const off = playback.watch(leaveTime);
    return () => {
      off();
      drawing.stop();
      setProgress(undefined);
    };
  }, [wanted, id, name, sizeBytes, durationMs, playback, queries, start]);

  return { waveform: kept ?? undefined, progress };
}
