import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRewindBackward5, IconRewindForward5 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecordingView } from '../../preload/api';
import { MakePlayable } from '../convert/MakePlayable';
import { hashOf } from '../place';
import { Clock } from '../player/Clock';
import { Picture } from '../player/Picture';
import { PlayButton } from '../player/PlayButton';
import { playerProblem, stopsPlaying } from '../player/playable';
import type { Playback, PlaybackState } from '../player/playback';
import { SoundControl } from '../player/SoundControl';
import type { useSound } from '../player/useSound';
import { Relink } from '../session/Relink';
import { useWords } from '../words/words';
import { MomentCaption } from './MomentCaption';
import styles from './Moments.module.css';
import type { Moment } from './moments';
import type { Seats } from './seats';

/** The one player of the page. */
export type Player = {
  recording: RecordingView | null;
  playback: Playback;
  state: PlaybackState;
  sound: ReturnType<typeof useSound>;
};

type Props = {
  sessionId: string;
  player: Player;
  /** What was played last. */
  moment: Moment | undefined;
  /** Whether its rating can be opened; true unless told. */
  atDesk?: boolean;
  seats: Seats;
  raters: boolean;
  /** The playlist has the picture. */
  away: boolean;
};

/** The recording beside the list, and the moment that it was sent to. */
export function MomentPlayer({ sessionId, player, moment, atDesk = true, seats, raters, away }: Props) {
  const { recording, playback, state, sound } = player;
  const { t } = useWords();
  const wrong = recording === null || state.failed || stopsPlaying(playerProblem(recording));
  const button = (label: string, run: () => void, icon: ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} disabled={wrong} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={styles.player}>
      <div
        className={styles.picture}
        data-part="picture"
        data-sound={(recording?.picture === false && !wrong) || undefined}
        data-wrong={wrong || undefined}
      >
        {!away && (
          <Picture
            recording={recording}
            playback={playback}
            sound={sound.control}
            failed={state.failed}
            help={
              <>
                <MakePlayable sessionId={sessionId} recording={recording} />
                <Relink sessionId={sessionId} recording={recording} linked={() => playback.tryAgain()} />
              </>
            }
          />
        )}
      </div>
      <div className={styles.transport}>
        {button(t('player.back5'), () => playback.step(-5000), <IconRewindBackward5 aria-hidden />)}
        <PlayButton
          playing={state.playing}
          keyName={undefined}
          disabled={wrong}
          toggle={() => playback.toggle()}
        />
        {button(t('player.forward5'), () => playback.step(5000), <IconRewindForward5 aria-hidden />)}
        <Clock playback={playback} durationMs={state.durationMs || (recording?.durationMs ?? 0)} />
        <span className={styles.push} />
        <SoundControl sound={sound.sound} change={sound.change} disabled={wrong} />
      </div>
      {moment === undefined ? (
        <p className={styles.hint} data-part="said">
          {t('moments.hint')}
        </p>
      ) : (
        <div className={styles.said} data-part="said">
          <MomentCaption moment={moment} seats={seats} raters={raters} />
          {atDesk && (
            <a
              className={styles.desk}
              href={hashOf({ name: 'rate', ratingId: moment.mark.ratingId, atMs: moment.mark.atMs })}
            >
              {t('moments.desk')}
            </a>
          )}
        </div>
      )}
    </div>
  );
}
