import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus, IconRestore } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ChordKeys } from '../player/ChordKeys';
import { isUsual, mostChords } from '../player/keymap';
import type { Action } from '../player/keys';
import type { KeysInUse } from '../player/useKeys';
import { useWords } from '../words/words';
import { KeyCapture } from './KeyCapture';
import styles from './Keys.module.css';
import type { KeyEdits } from './useKeyEdits';

/** One action: its keys, each a button that takes another one, and a place for one more. */
export function KeyRow({ action, edits, keys }: { action: Action; edits: KeyEdits; keys: KeysInUse }) {
  const { t } = useWords();
  const { keymap, namesOf, nameOf } = keys;
  const row = useRef<HTMLLIElement>(null);
  const chords = keymap[action];
  const editing = edits.editing?.action === action ? edits.editing : undefined;
  const words = t(`keys.action.${action}`);

  // When the change is done, the focus is back where it began, or at the place for one more.
  const began = useRef<number>(undefined);
  useEffect(() => {
    if (editing !== undefined) began.current = editing.index;
    else if (began.current !== undefined) {
      const buttons = row.current?.querySelectorAll<HTMLElement>('[data-chord]');
      if (document.activeElement === document.body) {
        (buttons?.[began.current] ?? row.current?.querySelector<HTMLElement>('[data-more]'))?.focus();
      }
      began.current = undefined;
    }
  }, [editing]);

  return (
    <li
      ref={row}
      className={styles.row}
      data-editing={editing !== undefined || undefined}
      onBlur={({ relatedTarget, currentTarget }) => {
        const left = document.hasFocus() && !currentTarget.contains(relatedTarget);
        if (editing !== undefined && relatedTarget !== null && left) edits.cancel();
      }}
    >
      <span className={styles.words}>{words}</span>
      {isUsual(keymap, action) ? (
        <span />
      ) : (
        <Tooltip label={t('keySettings.reset', { action: words })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            className={styles.small}
            aria-label={t('keySettings.reset', { action: words })}
            onClick={() => {
              // This button goes when there is nothing more to reset.
              row.current?.querySelector<HTMLElement>('[data-more]')?.focus();
              edits.reset(action);
            }}
          >
            <IconRestore size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <span className={styles.chords}>
        {chords.map((chord, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the button at this place stays when its chord is another
            key={index}
            type="button"
            className={styles.chip}
            data-chord
            aria-label={t('keySettings.changeKey', { key: nameOf(chord), action: words })}
            aria-expanded={editing?.index === index}
            onClick={() => edits.begin(action, index)}
          >
            <ChordKeys chords={[namesOf(chord)]} />
          </button>
        ))}
        {chords.length === 0 && <ChordKeys chords={[]} />}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={styles.small}
        data-more
        title={t('keySettings.add', { action: words })}
        aria-label={t('keySettings.add', { action: words })}
        aria-disabled={chords.length >= mostChords || undefined}
        onClick={() => chords.length < mostChords && edits.begin(action, chords.length)}
      >
        <IconPlus size={15} aria-hidden />
      </ActionIcon>
      {editing && <KeyCapture editing={editing} edits={edits} keys={keys} />}
    </li>
  );
}
