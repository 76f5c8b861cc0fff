import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '../words/words';
import styles from './ChordKeys.module.css';

/** Each chord as its keys, one after another; says so when there is none. */
export function ChordKeys({ chords }: { chords: readonly (readonly string[])[] }) {
  const { t } = useWords();
  if (chords.length === 0) return <span className={styles.none}>{t('keys.none')}</span>;
  return chords.map((names, index) => (
    <Fragment key={names.join('+')}>
      {index > 0 && <span className={styles.or}> {t('keys.or')} </span>}
      <span className={styles.chord}>
        {names.map((name, at) => (
          <Fragment key={name}>
            {at > 0 && <span className={styles.with}>+</span>}
            <Kbd size="xs" className={styles.key}>
              {name}
            </Kbd>
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));
}
