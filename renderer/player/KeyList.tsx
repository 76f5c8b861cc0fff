import { Anchor, Group, Modal } from '@mantine/core';
import { hashOf } from '../place';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { ChordKeys } from './ChordKeys';
import styles from './KeyList.module.css';
import type { Action } from './keys';
import { PrintButtons } from './PrintButtons';
import { useKeys } from './useKeys';

/** The actions as they are listed, here and in the settings. */
export const groups: readonly { title: string; actions: readonly Action[] }[] = [
  {
    title: 'keys.playing',
    actions: [
      'toggle',
      'back5',
      'forward5',
      'back1',
      'forward1',
      'back30',
      'forward30',
      'back10',
      'forward10',
      'frameBack',
      'frameForward',
      'slower',
      'faster',
      'normalSpeed',
      'goToTime',
      'loop',
      'previousMark',
      'nextMark',
    ],
  },
  {
    title: 'keys.view',
    actions: [
      'stage',
      'captions',
      'find',
      'hidePicture',
      'pictureWindow',
      'fullScreen',
      'zoomIn',
      'zoomOut',
      'zoomAll',
    ],
  },
  {
    title: 'keys.marking',
    actions: [
      'first',
      'second',
      'both',
      'missed',
      'sameMoment',
      'aspect',
      'note',
      'removeMark',
      'nudgeBack',
      'nudgeForward',
      'nudgeEndBack',
      'nudgeEndForward',
      'phase',
    ],
  },
  { title: 'keys.rating', actions: ['rateItem', 'previousItem', 'nextItem', 'anchors'] },
  { title: 'keys.sound', actions: ['mute', 'louder', 'softer', 'lift'] },
  { title: 'keys.general', actions: ['undo', 'redo', 'submit', 'lockLibrary', 'help'] },
];

/** Keys that stay as they are. */
const fixed: Readonly<Record<string, readonly { names: readonly string[]; words: string }[]>> = {
  'keys.marking': [
    { names: ['1–19', 'Enter'], words: 'keys.markItem' },
    { names: ['1–19', 'Shift', 'Enter'], words: 'keys.markStretch' },
    { names: ['1–7'], words: 'keys.markQuality' },
  ],
  'keys.rating': [
    { names: ['1–7'], words: 'keys.level' },
    { names: ['0'], words: 'keys.noOccasion' },
    { names: ['Enter'], words: 'keys.next' },
  ],
  'keys.general': [{ names: ['Ctrl', 'space'], words: 'keys.inNote' }],
};

/** All keys of the desk on one page, on screen and on paper. */
export function KeyList({ close, settings = true }: { close: () => void; settings?: boolean }) {
  const { t } = useWords();
  const { keymap, namesOf } = useKeys();
  useFocusBack();
  const row = (chords: readonly (readonly string[])[], words: string) => (
    <div key={words} className={styles.row}>
      <dt>
        <ChordKeys chords={chords} />
      </dt>
      <dd>{words}</dd>
    </div>
  );
  return (
    <Modal
      opened
      onClose={close}
      title={
        <>
          {t('keys.title')}
          <span className={styles.onPaper}>{t('product')}</span>
        </>
      }
      size={1120}
      closeButtonProps={{ 'aria-label': t('close'), className: styles.notPrinted }}
      classNames={{
        inner: styles.inner,
        content: styles.content,
        overlay: styles.notPrinted,
        header: styles.header,
        body: styles.body,
      }}
      data-print
    >
      <div className={styles.groups}>
        {groups.map(({ title, actions }) => (
          <section key={title}>
            <h2>{t(title)}</h2>
            <dl>
              {fixed[title]?.map(({ names, words }) =>
                row([names.map((name) => (name === 'space' ? t('keys.code.Space') : name))], t(words)),
              )}
              {actions.map((action) =>
                row(
                  // The question mark is wherever the keyboard has it, and always shows the keys.
                  [...(action === 'help' ? [['?']] : []), ...keymap[action].map(namesOf)],
                  t(`keys.action.${action}`),
                ),
              )}
            </dl>
          </section>
        ))}
      </div>
      <Group className={styles.footer} justify="space-between">
        {settings ? <Anchor href={hashOf({ name: 'settings' })}>{t('keys.change')}</Anchor> : <span />}
        <PrintButtons name={t('keys.file')} />
      </Group>
    </Modal>
  );
}
