import { useState, useSyncExternalStore } from 'react';
import { createPlayback, type Playback, type PlaybackState } from './playback';

export function usePlayback(): { playback: Playback; state: PlaybackState } {
  const [playback] = useState(createPlayback);
  return { playback, state: useSyncExternalStore(playback.watch, playback.state) };
}
