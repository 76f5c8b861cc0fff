import { CloseButton, SegmentedControl, Switch, Tooltip } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './Playlist.module.css';
import { type Length, lengths } from './playlist';
import type { PlaylistActs } from './usePlaylistKeys';

type Props = {
  /** Of the session. */
  title: string;
  at: number;
  all: number;
  length: Length;
  setLength: (length: Length) => void;
  stopAfterEach: boolean;
  act: PlaylistActs;
};

/** How far one is, how the moments follow each other, and the way out. */
export function PlaylistHeader({ title, at, all, length, setLength, stopAfterEach, act }: Props) {
  const { t } = useWords();
  const withKey = (label: string, key: string) => `${label} (${key})`;
  return (
    <header className={styles.header}>
      {/* The keys work from everywhere: nothing is to be pressed by accident. */}
      <h1 tabIndex={-1} data-autofocus>
        {t('playlist.title')}
      </h1>
      <span className={styles.place} role="status">
        {t('playlist.place', { at: at + 1, all })}
      </span>
      <span className={styles.session}>{title}</span>
      <div className={styles.choices}>
        <span id="playlist-length">{t('playlist.length')}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="playlist-length"
          data={lengths.map((seconds) => ({
            value: String(seconds),
            label: t('playlist.seconds', { seconds }),
          }))}
          value={String(length)}
          onChange={(value) => setLength(lengths.find((seconds) => String(seconds) === value) ?? length)}
        />
        <Tooltip label={withKey(t('playlist.stopHint'), 'S')} withinPortal={false} position="bottom">
          <Switch size="xs" label={t('playlist.stop')} checked={stopAfterEach} onChange={act.stop} />
        </Tooltip>
        <Tooltip label={withKey(t('playlist.leave'), 'Esc')} withinPortal={false} position="bottom-end">
          <CloseButton aria-label={t('playlist.leave')} onClick={act.leave} />
        </Tooltip>
      </div>
    </header>
  );
}
