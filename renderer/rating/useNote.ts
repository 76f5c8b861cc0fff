import { useEffect, useRef, useState } from 'react';

const pauseMs = 300;

/**
 * The text of a note while it is written: kept at every pause, when the field is left, and when the window closes.
 * A change that comes from elsewhere (undo) replaces the text; the record's answer to one's own writing does not.
 *
 * @param save answers undefined when the text could not be kept
 */
export function useNote(saved: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(saved);
  /** What was given to the record and not yet answered, oldest first. */
  const given = useRef<string[]>([]);

  const keep = () => {
    if (text === (given.current.at(-1) ?? saved)) return;
    given.current.push(text);
    void save(text).then((kept) => {
      if (kept === undefined) given.current = given.current.filter((one) => one !== text);
    });
  };
  const latest = useRef(keep);
  latest.current = keep;

  useEffect(() => {
    const at = given.current.indexOf(saved);
    if (at >= 0) given.current.splice(0, at + 1);
    else setText(saved);
  }, [saved]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new text starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    const flush = () => latest.current();
    window.addEventListener('beforeunload', flush);
    return () => {
      window.removeEventListener('beforeunload', flush);
      flush();
    };
  }, []);

  return { text, write: setText, keep };
}
