import { Splitter } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Library, SessionView } from '../../preload/api';
import { CoverageNote } from '../finish/CoverageNote';
import type { FinishDialog } from '../finish/FinishButtons';
import { FinishDialogs } from '../finish/FinishDialogs';
import { AddPhase } from '../marks/AddPhase';
import type { Seats } from '../marks/MarkPanel';
import { PhaseLane } from '../marks/PhaseLane';
import { TimeLine } from '../marks/TimeLine';
import type { Zooming } from '../marks/useZoom';
import { GoToTime } from '../player/GoToTime';
import { KeyList } from '../player/KeyList';
import { usePlayback } from '../player/usePlayback';
import { useSound } from '../player/useSound';
import { useStage } from '../player/useStage';
import { useWaveform } from '../player/waveform/useWaveform';
import { Waveform } from '../player/waveform/Waveform';
import { useSessionTitle } from '../session/useSessionTitle';
import { useSettings } from '../settings/useSettings';
import { useAnchors, usePhaseNames } from '../settings/useSite';
import { lockByHand } from '../vault/useLockKey';
import styles from './Desk.module.css';
import { DeskHeader } from './DeskHeader';
import { Locked } from './locked';
import { PlayingHalf } from './PlayingHalf';
import { Sheet } from './Sheet';
import { WhileSaving } from './saving';
import { Unsaved, useUnsaved } from './unsaved';
import { useDesk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';
import { useKeptPlayed } from './useKeptPlayed';
import { usePauseWhileWriting } from './usePauseWhileWriting';
import type { OpenRating } from './useRating';
import { Writing } from './writing';

type Props = {
  rating: OpenRating;
  session: SessionView;
  library: Library;
  seats: Seats;
  /** Where to begin, in place of where the rater was last. */
  atMs: number | undefined;
};

/** Left the recording with its time line, right the 19 items; nothing else. */
export function OpenDesk({ rating, session, library, seats, atMs }: Props) {
  const { settings, save } = useSettings();
  const queries = useQueryClient();
  const { view } = rating;
  const { playback, state } = usePlayback(settings.resumeBackMs);
  const sound = useSound(session.recording);
  const stage = useStage(session.session.id, session.recording, playback);
  const waveform = useWaveform(session.recording, playback, state);
  const title = useSessionTitle(session.session, library);
  const [dialog, setDialog] = useState<'time' | 'keys' | FinishDialog>();
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
  const locked = view.lock !== undefined;
  const [beginMs, setBeginMs] = useState<number>();
  const names = usePhaseNames();
  const anchors = useAnchors();
  const [allLevels, setAllLevels] = useState(false);
  const phasing = { phases: session.phases, durationMs, playback, names, setPhases: rating.setPhases };
  const [unsaved, report] = useUnsaved();
  const writing = usePauseWhileWriting(playback, settings.notePauses);
  useKeptPlayed(view, playback);
  useEffect(() => {
    if (atMs !== undefined) playback.seek(atMs);
  }, [atMs, playback]);
  /** What is played up to here is kept, before it is looked at. */
  const finish = (next: FinishDialog) => {
    playback.pause();
    setDialog(next);
  };
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
      lockLibrary: lockByHand,
      submit: () => finish(view.lock === undefined ? 'submit' : 'history'),
    },
  });

  // The keys work from the start, whatever had the focus in the place before.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);

  return (
    <Unsaved value={report}>
      <Writing value={writing}>
        <Locked value={locked}>
          <main className={styles.desk}>
            <DeskHeader
              rating={view.rating}
              session={session.session}
              library={library}
              seats={seats}
              open={rating}
              unsaved={unsaved}
              finish={finish}
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
                <PlayingHalf
                  rating={rating}
                  session={session}
                  library={library}
                  seats={seats}
                  title={title}
                  desk={desk}
                  playback={playback}
                  state={state}
                  durationMs={durationMs}
                  sound={sound}
                  stage={stage}
                  preRollMs={settings.preRollMs}
                  note={note}
                  openDialog={setDialog}
                  timeLine={
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
                      played={view.coverage.stretches}
                      edit={rating.editMark}
                      copy={desk.copyMark}
                      locked={locked}
                      waveform={
                        session.recording === null
                          ? undefined
                          : (visible) => <Waveform {...waveform} {...visible} />
                      }
                      loop={state.loop}
                      ref={zooming}
                    />
                  }
                />
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
                  gaps={view.lock === 'submitted' ? view.gaps : []}
                  foot={<CoverageNote coverage={view.coverage} durationMs={durationMs} go={playback.seek} />}
                />
              </Splitter.Pane>
            </Splitter>
            {dialog === 'time' && (
              <GoToTime close={() => setDialog(undefined)} durationMs={durationMs} go={playback.seek} />
            )}
            {dialog === 'keys' && <KeyList close={() => setDialog(undefined)} />}
            {(dialog === 'submit' || dialog === 'amend' || dialog === 'history') && (
              <WhileSaving saved={rating.saved} notes={unsaved}>
                <FinishDialogs
                  dialog={dialog}
                  view={view}
                  durationMs={durationMs}
                  close={() => setDialog(undefined)}
                  rate={(item) => {
                    flushSync(() => setDialog(undefined));
                    desk.rate(item);
                  }}
                  go={(ms) => {
                    setDialog(undefined);
                    playback.seek(ms);
                  }}
                />
              </WhileSaving>
            )}
          </main>
        </Locked>
      </Writing>
    </Unsaved>
  );
}

/** Without a recording the time line reaches a little beyond the last mark. */
const lastMoment = (marks: readonly { atMs: number }[]): number =>
  Math.max(60_000, ...marks.map(({ atMs }) => atMs + 10_000));
