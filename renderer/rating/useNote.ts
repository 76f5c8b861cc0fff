import { useEffect, useRef, useState } from 'react';

const pauseMs = 300;

/**
 * The text of a note while it is written: kept at every pause, when the field is left, and when the window closes.
 * A change that comes from elsewhere (undo) replaces the text.
 */
export function useNote(saved: string, save: (text: string) => void) {
  const [text, setText] = useState(saved);
  const [known, setKnown] = useState(saved);
  const latest = useRef({ text, saved, save });
  latest.current = { text, saved, save };
  if (known !== saved) {
    setKnown(saved);
    setText(saved);
  }

  useEffect(() => {
    if (text === latest.current.saved) return;
    const timer = setTimeout(() => latest.current.save(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    const flush = () => {
      const { text, saved, save } = latest.current;
      if (text !== saved) save(text);
    };
    window.addEventListener('beforeunload', flush);
    return () => {
      window.removeEventListener('beforeunload', flush);
      flush();
    };
  }, []);

  return {
    text,
    write: setText,
    keep: () => {
      if (text !== saved) save(text);
    },
  };
}
