import { use, useEffect, useId, useRef, useState } from 'react';
import { written } from '../../db/text';
import { Unsaved } from './unsaved';

const pauseMs = 300;
/** Who writes without a pause is kept up with all the same. */
const longestMs = 2000;
/** A note that could not be kept is tried again. */
const againMs = 3000;

/**
 * The text of a note while it is written: kept at every pause, when the field is left, and when the window closes.
 * A change that comes from elsewhere (undo) replaces the text; the record's answer to one's own writing does not.
 *
 * @param save answers undefined when the text could not be kept
 */
export function useNote(saved: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(saved);
  /** What was given to the record and not yet answered, oldest first; in the form that it is kept in. */
  const given = useRef<string[]>([]);

  const keep = () => {
    const kept = written(text);
    if (kept === (given.current.at(-1) ?? saved)) return;
    given.current.push(kept);
    void save(kept).then((answer) => {
      if (answer !== undefined) return;
      given.current = given.current.filter((one) => one !== kept);
      setTimeout(() => mounted.current && latest.current(), againMs);
    });
  };
  const latest = useRef(keep);
  latest.current = keep;
  const mounted = useRef(true);
  const waitingSince = useRef<number>(undefined);

  const report = use(Unsaved);
  const key = useId();
  const unsaved = written(text) !== saved;
  useEffect(() => {
    report(key, unsaved);
    return () => report(key, false);
  }, [report, key, unsaved]);

  useEffect(() => {
    const at = given.current.indexOf(saved);
    if (at >= 0) given.current.splice(0, at + 1);
    else setText(saved);
  }, [saved]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new text starts the pause anew
  useEffect(() => {
    waitingSince.current ??= Date.now();
    const left = Math.max(0, longestMs - (Date.now() - waitingSince.current));
    const timer = setTimeout(
      () => {
        waitingSince.current = undefined;
        latest.current();
      },
      Math.min(pauseMs, left),
    );
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    mounted.current = true;
    const flush = () => latest.current();
    window.addEventListener('beforeunload', flush);
    return () => {
      window.removeEventListener('beforeunload', flush);
      mounted.current = false;
      flush();
    };
  }, []);

  return { text, write: setText, keep };
}
