import { Splitter } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Library, SessionView } from '../../preload/api';
import { MakePlayable } from '../convert/MakePlayable';
import { AddPhase } from '../marks/AddPhase';
import { CommandBar } from '../marks/CommandBar';
import { MarkPanel, type Seats } from '../marks/MarkPanel';
import { PhaseLane } from '../marks/PhaseLane';
import { TimeLine } from '../marks/TimeLine';
import type { Zooming } from '../marks/useZoom';
import { GoToTime } from '../player/GoToTime';
import { KeyList } from '../player/KeyList';
import { Picture } from '../player/Picture';
import { Stage } from '../player/Stage';
import { StageButtons } from '../player/StageButtons';
import { Transport } from '../player/Transport';
import { usePlayback } from '../player/usePlayback';
import { useSound } from '../player/useSound';
import { useStage } from '../player/useStage';
import { useWaveform } from '../player/waveform/useWaveform';
import { Waveform } from '../player/waveform/Waveform';
import { Relink } from '../session/Relink';
import { useSettings } from '../settings/useSettings';
import { useAnchors, usePhaseNames } from '../settings/useSite';
import styles from './Desk.module.css';
import { DeskHeader } from './DeskHeader';
import { Sheet } from './Sheet';
import { Unsaved, useUnsaved } from './unsaved';
import { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';
import { useKeptPosition } from './useKeptPosition';
import { usePauseWhileWriting } from './usePauseWhileWriting';
import type { OpenRating } from './useRating';
import { Writing } from './writing';

type Props = { rating: OpenRating; session: SessionView; library: Library; seats: Seats };

/** Left the recording with its time line, right the 19 items; nothing else. */
export function OpenDesk({ rating, session, library, seats }: Props) {
  const { settings, save } = useSettings();
  const queries = useQueryClient();
  const { view } = rating;
  const { playback, state } = usePlayback(settings.resumeBackMs);
  const sound = useSound(session.recording);
  const stage = useStage(session.session.id);
  const waveform = useWaveform(session.recording, playback, state);
  const [dialog, setDialog] = useState<'time' | 'keys'>();
  const [split, setSplit] = useState(settings.deskSplit);
  const note = useRef<HTMLTextAreaElement>(null);
  const desk = useDesk(rating, playback, {
    note,
    preRollMs: settings.preRollMs,
    frameMs: session.recording?.frameMs ?? null,
  });
  const zooming = useRef<Zooming>(null);
  const durationMs = state.durationMs || session.recording?.durationMs || lastMoment(view.marks);
  // What stopped the player may have happened to the file: it is looked at again.
  useEffect(() => {
    if (state.failed) void queries.invalidateQueries({ queryKey: ['session'] });
  }, [state.failed, queries]);
  const locked = view.rating.submittedAt !== null;
  const [beginMs, setBeginMs] = useState<number>();
  const names = usePhaseNames();
  const anchors = useAnchors();
  const [allLevels, setAllLevels] = useState(false);
  const phasing = { phases: session.phases, durationMs, playback, names, setPhases: rating.setPhases };
  const [unsaved, report] = useUnsaved();
  const writing = usePauseWhileWriting(playback, settings.notePauses);
  useKeptPosition(view.rating, playback);
  useDeskKeys({
    ...desk.keys,
    leave: () => (allLevels ? setAllLevels(false) : desk.keys.leave()),
    act: {
      ...desk.keys.act,
      ...sound.act,
      ...stage.act,
      goToTime: () => setDialog('time'),
      help: () => setDialog('keys'),
      zoomIn: () => zooming.current?.zoomIn(),
      zoomOut: () => zooming.current?.zoomOut(),
      zoomAll: () => zooming.current?.zoomAll(),
      phase: () => setBeginMs(playback.now()),
      anchors: () => setAllLevels((shown) => !shown),
    },
  });

  // The keys work from the start, whatever had the focus in the place before.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);

  return (
    <Unsaved value={report}>
      <Writing value={writing}>
        <main className={styles.desk}>
          <DeskHeader
            rating={view.rating}
            session={session.session}
            library={library}
            seats={seats}
            open={rating}
            unsaved={unsaved}
          />
          <Splitter
            className={styles.halves}
            sizes={[split, 100 - split]}
            onSizeChange={(sizes) => setSplit(Number(sizes[0]))}
            onResizeEnd={(_, sizes) =>
              save({ deskSplit: Math.round(Math.min(75, Math.max(40, Number(sizes[0])))) })
            }
            lineSize={1}
            handleColor="var(--line)"
          >
            <Splitter.Pane defaultSize={60} min={40} max={75}>
              <div className={styles.left}>
                <Stage
                  stage={stage}
                  playback={playback}
                  markFrom={desk.markFrom}
                  locked={view.rating.submittedAt !== null}
                  enterTaken={
                    desk.command.digits !== '' ||
                    desk.command.awaiting !== undefined ||
                    desk.command.running !== undefined
                  }
                  picture={
                    <Picture
                      recording={session.recording}
                      playback={playback}
                      sound={sound.control}
                      failed={state.failed}
                      help={
                        <>
                          <MakePlayable sessionId={session.session.id} recording={session.recording} />
                          <Relink
                            sessionId={session.session.id}
                            recording={session.recording}
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
                  disabled={session.recording === null || state.failed}
                  sound={sound}
                  loopFrom={desk.loopFrom}
                  loop={desk.keys.act.loop}
                  goToTime={() => setDialog('time')}
                  showKeys={() => setDialog('keys')}
                >
                  <StageButtons stage={stage} />
                </Transport>
                <div className={styles.zone}>
                  <TimeLine
                    playback={playback}
                    durationMs={durationMs}
                    marks={view.marks}
                    phaseLane={
                      <PhaseLane {...phasing} locked={locked} beginMs={beginMs} setBeginMs={setBeginMs} />
                    }
                    addPhase={!locked && <AddPhase {...phasing} />}
                    selectedId={desk.selected?.id}
                    select={desk.playMark}
                    played={nothingPlayed}
                    edit={rating.editMark}
                    copy={desk.copyMark}
                    locked={view.rating.submittedAt !== null}
                    waveform={
                      session.recording === null
                        ? undefined
                        : (visible) => <Waveform {...waveform} {...visible} />
                    }
                    loop={state.loop}
                    ref={zooming}
                  />
                  {desk.selected !== undefined && (
                    <MarkPanel
                      mark={desk.selected}
                      seats={seats}
                      edit={desk.editSelected}
                      remove={desk.removeMark}
                      play={() => desk.selected && desk.playMark(desk.selected)}
                      preRollMs={settings.preRollMs}
                      beginHere={desk.beginHere}
                      endHere={desk.endHere}
                      copyTo={desk.copyMark}
                      note={note}
                    />
                  )}
                </div>
                <CommandBar
                  command={desk.command}
                  therapist={desk.therapist}
                  setTherapist={desk.setTherapist}
                  seats={seats}
                  mark={desk.keys.enter}
                  toggleMissed={desk.keys.act.missed}
                />
              </div>
            </Splitter.Pane>
            <Splitter.Pane defaultSize={40} min={25} max={60}>
              <Sheet
                ratingId={view.rating.id}
                rules={view.edition.items}
                anchors={{ of: anchors, allShown: allLevels, showAll: setAllLevels }}
                scores={view.scores}
                overall={view.overall}
                marks={view.marks}
                opened={desk.opened}
                open={desk.open}
                editScore={rating.editScore}
                editOverall={rating.editOverall}
                selectedId={desk.selected?.id}
                playMark={desk.playMark}
                phases={session.phases}
                therapists={seats.second === undefined ? 1 : 2}
              />
            </Splitter.Pane>
          </Splitter>
          {dialog === 'time' && (
            <GoToTime close={() => setDialog(undefined)} durationMs={durationMs} go={playback.seek} />
          )}
          {dialog === 'keys' && <KeyList close={() => setDialog(undefined)} />}
        </main>
      </Writing>
    </Unsaved>
  );
}

/** Until it is known what has been played. */
const nothingPlayed: readonly [] = [];

/** Without a recording the time line reaches a little beyond the last mark. */
const lastMoment = (marks: readonly { atMs: number }[]): number =>
  Math.max(60_000, ...marks.map(({ atMs }) => atMs + 10_000));
