import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Library, SessionView } from '../../preload/api';
import { MomentPlayer } from '../moments/MomentPlayer';
import { type Moment, momentsOf } from '../moments/moments';
import type { Seats } from '../moments/seats';
import { usePlayback } from '../player/usePlayback';
import { useSound } from '../player/useSound';
import { ruleOf } from '../rating/changes';
import { Locked } from '../rating/locked';
import { WhileSaving } from '../rating/saving';
import { Unsaved, useUnsaved } from '../rating/unsaved';
import { useSettings } from '../settings/useSettings';
import { AfterFinish } from './AfterFinish';
import styles from './Consensus.module.css';
import { nextOpen, progressOf, stateOf } from './decided';
import { differences, levelsIn, overallItem } from './differences';
import { FinishMeeting } from './FinishMeeting';
import { ItemList } from './ItemList';
import { MeetingHeader } from './MeetingHeader';
import { OpenDifference } from './OpenDifference';
import type { OpenMeeting } from './useConsensus';
import { useMeetingKeys } from './useMeetingKeys';

type Props = { meeting: OpenMeeting; session: SessionView; library: Library; seats: Seats };

/** The items from the largest difference to the smallest, and beside them what was said of the open one. */
export function Meeting({ meeting, session, library, seats }: Props) {
  const { view } = meeting;
  const { sources, edition } = view;
  const { settings } = useSettings();
  const { playback, state: playing } = usePlayback(settings.resumeBackMs);
  const sound = useSound(session.recording);
  const [unsaved, report] = useUnsaved();
  const [finishing, setFinishing] = useState(false);
  const [current, setCurrent] = useState<Moment>();
  const pane = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  // The sources never change, and so the order stays the same throughout.
  const order = useMemo(() => differences(sources, edition.items), [sources, edition.items]);
  const rows = order.map((difference) => ({ ...difference, state: stateOf(difference, view) }));
  const [item, setItem] = useState(() => nextOpen(rows, -1) ?? rows[0]?.item ?? overallItem);
  const row = rows.find((one) => one.item === item) ?? rows[0];
  const moments = useMemo(
    () =>
      new Map(
        momentsOf(
          sources.map(({ marks, raterName, purpose }) => ({ marks, raterName, rating: { purpose } })),
          session.phases,
        ).map((moment) => [moment.mark.id, moment]),
      ),
    [sources, session.phases],
  );
  const locked = view.lock !== undefined;

  useMeetingKeys({
    undo: () => locked || meeting.undo(),
    redo: () => locked || meeting.redo(),
    finish: () => locked || setFinishing(true),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows to the item that was asked for
  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    pane.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  }, [item]);

  function play(markId: string): void {
    const moment = moments.get(markId);
    if (moment === undefined) return;
    setCurrent(moment);
    playback.seek(Math.max(0, moment.mark.atMs - settings.preRollMs));
    playback.play();
  }

  function lead(to: number | undefined): void {
    if (to === undefined) return;
    focusWanted.current = to !== item;
    setItem(to);
    if (to === item) pane.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  }

  if (row === undefined) return null;
  return (
    <Unsaved value={report}>
      <Locked value={locked}>
        <div className={styles.meeting}>
          <MeetingHeader
            meeting={meeting}
            library={library}
            progress={progressOf(rows.map(({ state }) => state))}
            unsaved={unsaved}
            finish={() => setFinishing(true)}
          />
          {view.rating.submittedAt !== null && <AfterFinish view={view} />}
          <div className={styles.body}>
            <ItemList
              rows={rows}
              sources={sources}
              levels={(of) => levelsIn(view, of)}
              rules={edition.items}
              item={item}
              choose={setItem}
              enter={() => lead(item)}
            />
            <div className={styles.player}>
              <MomentPlayer
                sessionId={session.session.id}
                player={{ recording: session.recording, playback, state: playing, sound }}
                moment={current}
                seats={seats}
                raters
                away={false}
              />
            </div>
            <div ref={pane} className={styles.pane}>
              <OpenDifference
                key={item}
                meeting={meeting}
                row={row}
                rule={ruleOf(edition.items, item)}
                seats={seats}
                playing={current?.mark.id}
                play={play}
                next={nextOpen(rows, item)}
                lead={lead}
              />
            </div>
          </div>
          {finishing && (
            <WhileSaving saved={meeting.saved} notes={unsaved}>
              <FinishMeeting
                view={view}
                open={rows.filter(({ state }) => state === 'open').map((one) => one.item)}
                close={() => setFinishing(false)}
                lead={(to) => {
                  // The dialog gives the focus back first, and then it is led on.
                  flushSync(() => setFinishing(false));
                  lead(to);
                }}
              />
            </WhileSaving>
          )}
        </div>
      </Locked>
    </Unsaved>
  );
}
