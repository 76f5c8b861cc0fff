import { useWaveform } from '../player/waveform/useWaveform';
import { Waveform } from '../player/waveform/Waveform';
import type { Player } from './MomentPlayer';
import styles from './Playlist.module.css';
import type { Stretch } from './playlist';

/** How loud it is from the pre-roll to the end: something to look at where there is no picture. */
export function StretchWave({ player, stretch }: { player: Player; stretch: Stretch | undefined }) {
  const { recording, playback, state } = player;
  const waveform = useWaveform(recording, playback, state);
  return (
    <div className={styles.wave}>{stretch !== undefined && <Waveform {...waveform} {...stretch} />}</div>
  );
}
