import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { useNote } from './useNote';

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
  return (
    <Textarea
      ref={field ?? null}
      aria-label={label}
      placeholder={label}
      size="xs"
      autosize
      minRows={1}
      maxRows={5}
      maxLength={20_000}
      value={note.text}
      onChange={(event) => note.write(event.currentTarget.value)}
      onBlur={note.keep}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
