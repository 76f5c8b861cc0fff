import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPlayback, type Playback, type PlaybackState } from './playback';

/** @param resumeBackMs how far playing again after a pause steps back */
export function usePlayback(resumeBackMs: number): { playback: Playback; state: PlaybackState } {
  const [playback] = useState(createPlayback);
  useEffect(() => playback.stepBackOnResume(resumeBackMs), [playback, resumeBackMs]);
  return { playback, state: useSyncExternalStore(playback.watch, playback.state) };
}
