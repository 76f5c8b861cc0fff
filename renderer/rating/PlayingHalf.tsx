import type { ReactNode, RefObject } from 'react';
import type { Library, SessionView } from '../../preload/api';
import { MakePlayable } from '../convert/MakePlayable';
import { LockedBar } from '../finish/LockedBar';
import { CommandBar } from '../marks/CommandBar';
import type { Command } from '../marks/command';
import { MarkPanel, type Seats } from '../marks/MarkPanel';
import { Picture } from '../player/Picture';
import type { Playback, PlaybackState } from '../player/playback';
import { Stage } from '../player/Stage';
import { StageButtons } from '../player/StageButtons';
import { Transport } from '../player/Transport';
import type { useSound } from '../player/useSound';
import type { useStage } from '../player/useStage';
import { Relink } from '../session/Relink';
import styles from './Desk.module.css';
import type { useDesk } from './useDesk';
import type { OpenRating } from './useRating';

type Props = {
  rating: OpenRating;
  session: SessionView;
  library: Library;
  seats: Seats;
  title: string;
  desk: ReturnType<typeof useDesk>;
  playback: Playback;
  state: PlaybackState;
  durationMs: number;
  sound: ReturnType<typeof useSound>;
  stage: ReturnType<typeof useStage>;
  preRollMs: number;
  note: RefObject<HTMLTextAreaElement | null>;
  openDialog: (dialog: 'time' | 'keys') => void;
  timeLine: ReactNode;
};

/** The recording: what is seen of it, how it plays, its time line, the selected mark, and what the next keys do. */
export function PlayingHalf(props: Props) {
  const { rating, session, library, seats, desk, playback, state, durationMs, sound, stage } = props;
  const { view } = rating;
  const { recording } = session;
  const locked = view.lock !== undefined;
  const { command } = desk;
  const commands = (
    <CommandBar
      command={command}
      therapist={desk.therapist}
      setTherapist={desk.setTherapist}
      seats={seats}
      mark={desk.keys.enter}
      toggleMissed={desk.keys.act.missed}
    />
  );
  return (
    <div
      className={styles.left}
      data-narrow={
        (stage.shows === 'picture' && (stage.place !== 'desk' || soundPlays(session))) || undefined
      }
    >
      <Stage
        stage={stage}
        title={props.title}
        playback={playback}
        markFrom={desk.markFrom}
        locked={locked}
        enterTaken={() => speaks(command.get())}
        typed={!locked && commands}
        picture={
          <Picture
            recording={recording}
            playback={playback}
            sound={sound.control}
            failed={state.failed}
            help={
              <>
                <MakePlayable sessionId={session.session.id} recording={recording} />
                <Relink
                  sessionId={session.session.id}
                  recording={recording}
                  linked={() => playback.tryAgain()}
                />
              </>
            }
          />
        }
      />
      <Transport
        playback={playback}
        state={state}
        durationMs={durationMs}
        disabled={recording === null || state.failed}
        sound={sound}
        loopFrom={desk.loopFrom}
        loop={desk.keys.act.loop}
        goToTime={() => props.openDialog('time')}
        showKeys={() => props.openDialog('keys')}
      >
        <StageButtons stage={stage} />
      </Transport>
      <div className={styles.zone}>
        {props.timeLine}
        {desk.selected !== undefined && (
          <MarkPanel
            mark={desk.selected}
            seats={seats}
            edit={desk.editSelected}
            remove={desk.removeMark}
            play={() => desk.selected && desk.playMark(desk.selected)}
            preRollMs={props.preRollMs}
            beginHere={desk.beginHere}
            endHere={desk.endHere}
            copyTo={desk.copyMark}
            note={props.note}
          />
        )}
      </div>
      {locked ? (
        <LockedBar
          view={view}
          rater={library.raters.find(({ id }) => id === view.rating.raterId)}
          own={view.rating.raterId === library.viewerId}
        />
      ) : (
        commands
      )}
    </div>
  );
}

/** Enter belongs to what is typed, awaited or running. */
const speaks = ({ digits, awaiting, running }: Command): boolean =>
  digits !== '' || awaiting !== undefined || running !== undefined;

/** Sound alone that plays leaves its room to the time line; what is wrong with a file needs it. */
const soundPlays = ({ recording }: SessionView): boolean =>
  recording !== null && !recording.picture && recording.problem === null;
