import { useRef, useState } from 'react';
import type { RecordingView, Settings } from '../../preload/api';
import { useSettings } from '../settings/useSettings';
import { useTranscript } from '../transcript/useTranscript';
import type { Playback } from './playback';
import { useFullScreen } from './useFullScreen';

const next: Readonly<Record<Settings['stage'], Settings['stage']>> = {
  picture: 'both',
  both: 'transcript',
  transcript: 'picture',
};

/** Where the picture is: on the desk, out of sight, or in a window of its own. */
type Place = 'desk' | 'hidden' | 'window';

/** What the stage shows. Without a transcript it is the picture, unless one asks for the other on this desk. */
export function useStage(sessionId: string, recording: RecordingView | null, playback: Playback) {
  const { settings, save } = useSettings();
  const transcript = useTranscript(sessionId);
  const [asked, setAsked] = useState(false);
  const [place, setPlace] = useState<Place>('desk');
  const searchField = useRef<HTMLInputElement>(null);
  /** What fills the screen: the stage, or the picture in its own window. */
  const screen = useRef<HTMLDivElement>(null);
  const full = useFullScreen(screen);
  const shows = transcript || asked ? settings.stage : 'picture';
  const picture = recording?.picture === true;

  /** The player is made anew in the other window, and goes on there. */
  function put(where: Place): void {
    if (!picture) return;
    const { playing } = playback.state();
    setPlace(where);
    if (playing && (where === 'window' || place === 'window')) playback.playOnArrival();
  }

  return {
    sessionId,
    transcript,
    searchField,
    screen,
    full,
    /** A recording of sound alone has nothing to hide or to put elsewhere. */
    picture,
    place,
    shows,
    next: next[shows],
    captions: settings.captions,
    back: () => put('desk'),
    act: {
      stage() {
        setAsked(true);
        // From what is kept: pressed twice at once, it turns twice.
        save(({ stage }) => ({ stage: next[transcript || asked ? stage : 'picture'] }));
      },
      captions: () => save({ captions: !settings.captions }),
      find: () => searchField.current?.select(),
      hidePicture: () => put(place === 'hidden' ? 'desk' : 'hidden'),
      pictureWindow: () => put(place === 'window' ? 'desk' : 'window'),
      fullScreen() {
        const { current } = screen;
        if (full) void current?.ownerDocument.exitFullscreen();
        // Refused only where the person's own system does not have it.
        else current?.requestFullscreen().catch(() => undefined);
      },
    },
  };
}
