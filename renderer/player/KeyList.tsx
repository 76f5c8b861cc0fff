import { Kbd, Modal } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './KeyList.module.css';
import { type Action, keys } from './keys';

const groups: readonly { title: string; actions: readonly Action[] }[] = [
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
      'mute',
      'louder',
      'softer',
      'lift',
      'previousMark',
      'nextMark',
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
      'undo',
      'redo',
    ],
  },
  { title: 'keys.rating', actions: ['rateItem', 'previousItem', 'nextItem', 'help'] },
];

/** All keys of the desk on one page. */
export function KeyList({ close }: { close: () => void }) {
  const { t } = useWords();
  const row = (names: readonly string[], words: string) => (
    <div key={words} className={styles.row}>
      <dt>
        {names.map((name) => (
          <Kbd key={name} size="xs">
            {name}
          </Kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
  const shown = (action: Action): string[] => {
    const [{ code, ctrl, shift, alt }] = keys[action];
    return [
      ...(ctrl ? ['Ctrl'] : []),
      ...(alt ? ['Alt'] : []),
      ...(shift ? ['Shift'] : []),
      t(`keys.code.${code}`),
    ];
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.groups}>
        {groups.map(({ title, actions }) => (
          <section key={title}>
            <h2>{t(title)}</h2>
            <dl>
              {title === 'keys.marking' && row(['1–19', 'Enter'], t('keys.markItem'))}
              {title === 'keys.marking' && row(['1–19', 'Shift+Enter'], t('keys.markStretch'))}
              {title === 'keys.marking' && row(['1–7'], t('keys.markQuality'))}
              {title === 'keys.rating' && row(['1–7'], t('keys.level'))}
              {title === 'keys.rating' && row(['0'], t('keys.noOccasion'))}
              {title === 'keys.rating' && row(['Enter'], t('keys.next'))}
              {actions.map((action) => row(shown(action), t(`keys.action.${action}`)))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
