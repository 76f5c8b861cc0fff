import { useRef, useState } from 'react';
import type { Settings } from '../../preload/api';
import { useSettings } from '../settings/useSettings';
import { useTranscript } from '../transcript/useTranscript';

const next: Readonly<Record<Settings['stage'], Settings['stage']>> = {
  picture: 'both',
  both: 'transcript',
  transcript: 'picture',
};

/** What the stage shows. Without a transcript it is the picture, unless one asks for the other on this desk. */
export function useStage(sessionId: string) {
  const { settings, save } = useSettings();
  const transcript = useTranscript(sessionId);
  const [asked, setAsked] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const shows = transcript || asked ? settings.stage : 'picture';
  return {
    sessionId,
    transcript,
    searchField,
    shows,
    next: next[shows],
    captions: settings.captions,
    act: {
      stage() {
        setAsked(true);
        save({ stage: next[shows] });
      },
      captions: () => save({ captions: !settings.captions }),
      find: () => searchField.current?.select(),
    },
  };
}
