import { Button, Group } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import type { KeysInUse } from '../player/useKeys';
import { useWords } from '../words/words';
import { chordOf } from './chordOf';
import styles from './Keys.module.css';
import type { Editing, KeyEdits } from './useKeyEdits';

/** Takes the next key press as the new key; says what stands in its way. */
export function KeyCapture({ editing, edits, keys }: { editing: Editing; edits: KeyEdits; keys: KeysInUse }) {
  const { t } = useWords();
  const { keymap, nameOf } = keys;
  const hint = useId();
  const { action, index, refused, held } = editing;
  const named = (one: typeof action) => t(`keys.action.${one}`);
  const present = keymap[action][index];

  const cancelByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') edits.cancel();
  };
  const press = (event: KeyboardEvent) => {
    // Tab goes on to the buttons, as everywhere.
    if (event.key === 'Tab' || event.key === 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const read = chordOf(event.nativeEvent, action);
    if (read !== undefined) edits.press(read);
  };

  if (held !== undefined) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for the buttons inside
      <div className={styles.capture} onKeyDown={cancelByEscape} data-capture>
        <div role="alert">
          {held.by.map((one) => (
            <p key={nameOf(one.chord)}>
              {t('keySettings.held', { key: nameOf(one.chord), action: named(one.action) })}
            </p>
          ))}
        </div>
        <Group gap="xs">
          <Button size="compact-sm" onClick={edits.take}>
            {t('keySettings.take')}
          </Button>
          {/* It has the focus: a key that is still held down can do no harm. */}
          <Button size="compact-sm" variant="default" autoFocus onClick={edits.cancel}>
            {t('keySettings.keep')}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for the controls inside
    <div className={styles.capture} onKeyDown={cancelByEscape} data-capture>
      <input
        readOnly
        // biome-ignore lint/a11y/noAutofocus: it opens because a person pressed its button
        autoFocus
        className={styles.field}
        aria-label={t('keySettings.pressFor', { action: named(action) })}
        aria-describedby={hint}
        value={t('keySettings.press')}
        onKeyDown={press}
      />
      <p id={hint} className={styles.escape}>
        {t('keySettings.escape')}
      </p>
      <Group gap="xs">
        {present !== undefined && (
          <Button size="compact-sm" variant="default" onClick={edits.remove}>
            {t('keySettings.remove', { key: nameOf(present) })}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={edits.cancel}>
          {t('cancel')}
        </Button>
      </Group>
      <p role="alert" className={styles.refused}>
        {refused && t(`keySettings.reserved.${refused.refused}`, { key: nameOf(refused.chord) })}
      </p>
    </div>
  );
}
