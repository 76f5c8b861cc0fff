import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { Transcript as TranscriptOf } from '../../db/model';
import type { Playback } from '../player/playback';
import { useWords } from '../words/words';
import { CueList, type Goal } from './CueList';
import { MarkFromSelection } from './MarkFromSelection';
import { SearchField } from './SearchField';
import type { Selected } from './selection';
import styles from './Transcript.module.css';
import { useSearch } from './useSearch';
import { useSpokenNow } from './useSpokenNow';
import { useTakeTranscript } from './useTranscript';

/** What a note takes of the words that were chosen. */
const longestNote = 500;

export type MarkFromWords = { item: number; atMs: number; endMs: number; note: string };

type Props = {
  sessionId: string;
  /** Null when the session has none. */
  transcript: TranscriptOf | null;
  playback: Playback;
  markFrom: (mark: MarkFromWords) => void;
  /** A rating that was submitted takes no marks. */
  locked: boolean;
  /** Enter belongs to what was typed on the desk. */
  enterTaken: () => boolean;
  searchField: RefObject<HTMLInputElement | null>;
};

/** What is said, beside the recording: to read, search, play from and mark. */
export function Transcript({ sessionId, transcript, ...props }: Props) {
  const { t } = useWords();
  const { choose } = useTakeTranscript();
  if (transcript !== null) return <Filled {...props} transcript={transcript} />;
  return (
    <div className={styles.empty}>
      <p>{t('transcript.none')}</p>
      <Button variant="default" onClick={() => choose(sessionId)}>
        {t('transcript.import')}
      </Button>
    </div>
  );
}

function Filled(props: Omit<Props, 'sessionId'> & { transcript: TranscriptOf }) {
  const { playback, markFrom, locked, enterTaken, searchField } = props;
  const { cues } = props.transcript;
  const { t } = useWords();
  const current = useSpokenNow(cues, playback);
  const search = useSearch(cues);
  const [following, setFollowing] = useState(true);
  const [goal, setGoal] = useState<Goal>();
  const [selected, setSelected] = useState<Selected>();
  const markField = useRef<HTMLInputElement>(null);
  const wander = useCallback(() => setFollowing(false), []);

  function play(cue: number): void {
    const startMs = cues[cue]?.startMs;
    if (startMs === undefined) return;
    setGoal({ cue, focus: false });
    setFollowing(true);
    playback.seek(startMs);
    playback.play();
  }

  function step(direction: 1 | -1): void {
    const cue = search.step(direction, goal?.cue ?? current ?? 0);
    if (cue === undefined) return;
    wander();
    setGoal({ cue, focus: false });
  }

  function unselect(): void {
    document.getSelection()?.removeAllRanges();
    if (selected !== undefined) setGoal({ cue: selected.from, focus: true });
    setSelected(undefined);
  }

  function mark(item: number, withWords: boolean): void {
    const chosen = selected === undefined ? [] : cues.slice(selected.from, selected.to + 1);
    const [first] = chosen;
    if (first === undefined || selected === undefined) return;
    const note = withWords ? selected.words.slice(0, longestNote).toWellFormed().trim() : '';
    markFrom({ item, atMs: first.startMs, endMs: lastEnd(chosen), note });
    unselect();
  }

  /** With words chosen, a digit begins the item's number. */
  function press(event: KeyboardEvent): void {
    const field = markField.current;
    if (field === null || event.target === field || event.ctrlKey || event.altKey || event.metaKey) return;
    const writing = event.target instanceof HTMLInputElement;
    if (writing || !/^(?:Digit|Numpad)\d$/.test(event.code)) return;
    // The key's own work, writing the digit, is done where the focus is by then.
    event.stopPropagation();
    field.focus();
  }

  const chosen = selected && cues.slice(selected.from, selected.to + 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the fields inside are the controls
    <div className={styles.transcript} onKeyDown={press}>
      <SearchField search={search} step={step} field={searchField} />
      <CueList
        cues={cues}
        current={current}
        following={following}
        wander={wander}
        goal={goal}
        setGoal={setGoal}
        selected={selected}
        select={setSelected}
        sought={search.sought}
        hit={search.index === undefined ? undefined : search.hits[search.index]}
        play={play}
        enterTaken={enterTaken}
      />
      <div className={styles.below}>
        {!following && (
          <Button
            size="compact-sm"
            radius="xl"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setFollowing(true)}
          >
            {t('transcript.follow')}
          </Button>
        )}
        {chosen?.[0] !== undefined && !locked && (
          <MarkFromSelection
            startMs={chosen[0].startMs}
            endMs={lastEnd(chosen)}
            field={markField}
            mark={mark}
            close={unselect}
          />
        )}
      </div>
    </div>
  );
}

/** Where people speak at once, the last to begin is not always the last to end. */
const lastEnd = (cues: readonly { endMs: number }[]): number =>
  cues.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
