import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { itemOf, items } from '../../db/scale';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './Transcript.module.css';

type Props = {
  startMs: number;
  endMs: number;
  field: RefObject<HTMLInputElement | null>;
  mark: (item: number, withWords: boolean) => void;
  close: () => void;
};

/** Makes a stretch of what was chosen: a number, Enter. What people said is copied only when asked for. */
export function MarkFromSelection({ startMs, endMs, field, mark, close }: Props) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [withWords, setWithWords] = useState(false);
  const number = Number(text);
  const item = number >= 1 && number <= items.length ? itemOf(number) : undefined;
  return (
    <form
      className={styles.bar}
      aria-label={t('transcript.markSelection')}
      onSubmit={(event) => {
        event.preventDefault();
        if (item !== undefined) mark(item.number, withWords);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        w={52}
        inputMode="numeric"
        maxLength={2}
        aria-label={t('transcript.markItem')}
        placeholder="1–19"
        value={text}
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/\D/g, ''))}
        error={text.length > 0 && item === undefined && number > items.length}
      />
      <span className={styles.what}>
        {item === undefined ? t('transcript.markHint') : item.name[language]}
        <span className={styles.stretch}>
          {clockSeconds(startMs)}–{clockSeconds(endMs)}
        </span>
      </span>
      <Checkbox
        size="xs"
        label={t('transcript.withWords')}
        checked={withWords}
        onChange={(event) => setWithWords(event.currentTarget.checked)}
      />
      <Button type="submit" size="compact-sm" disabled={item === undefined}>
        {t('transcript.mark')}
      </Button>
      <CloseButton size="sm" aria-label={t('close')} onClick={close} />
    </form>
  );
}
