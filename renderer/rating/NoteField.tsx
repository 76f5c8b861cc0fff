import { Textarea } from '@mantine/core';
import { type RefObject, use } from 'react';
import { Locked } from './locked';
import styles from './NoteField.module.css';
import { useNote } from './useNote';
import { Writing } from './writing';

type Props = {
  label: string;
  saved: string;
  /** Undefined when the note could not be kept. */
  save: (text: string) => Promise<unknown>;
  field?: RefObject<HTMLTextAreaElement | null>;
};

/** A note grows with its text. Enter keeps it and goes back to the desk; Shift+Enter makes a new line. */
export function NoteField({ label, saved, save, field }: Props) {
  const note = useNote(saved, save);
  const writing = use(Writing);
  return (
    <Textarea
      ref={field ?? null}
      aria-label={label}
      placeholder={label}
      size="xs"
      rows={1}
      classNames={{ input: styles.note ?? '' }}
      maxLength={20_000}
      value={note.text}
      readOnly={use(Locked)}
      onChange={(event) => {
        writing.begun();
        note.write(event.currentTarget.value);
      }}
      onBlur={() => {
        note.keep();
        writing.ended(false);
      }}
      onKeyDown={(event) => {
        // While an input method composes, Enter takes its words; with Ctrl or Cmd it is the desk's.
        const { key, shiftKey, ctrlKey, metaKey } = event;
        if (event.nativeEvent.isComposing) return;
        if ((key === 'Enter' && !shiftKey && !ctrlKey && !metaKey) || key === 'Escape') {
          event.preventDefault();
          writing.ended(key === 'Enter');
          event.currentTarget.blur();
        }
      }}
    />
  );
}
