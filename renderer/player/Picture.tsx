import { Button, CloseButton } from '@mantine/core';
import { IconFileAlert, IconHeadphones } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { RecordingView } from '../../preload/api';
import { problemText } from '../library/problemText';
import { useWords } from '../words/words';
import styles from './Player.module.css';
import { playerProblem, stopsPlaying } from './playable';
import type { Playback } from './playback';
import type { SoundControl } from './sound';

/** The picture, or what stands in its place: sound only, nothing linked, or what is wrong. */
export function Picture(props: {
  recording: RecordingView | null;
  playback: Playback;
  sound: SoundControl;
  failed: boolean;
  help: ReactNode;
}) {
  const { t } = useWords();
  const { recording, playback, sound } = props;
  const [seen, setSeen] = useState(false);
  const attach = useCallback(
    (media: HTMLVideoElement | null) => {
      const offs = [playback.attach(media), sound.attach(media)];
      return () => {
        for (const off of offs) off();
      };
    },
    [playback, sound],
  );
  if (recording === null) return <Notice text={t('session.noRecording')}>{props.help}</Notice>;

  const problem = playerProblem(recording);
  const damaged = problem?.kind === 'keptDamaged' ? problemText(problem, t) : undefined;
  if (stopsPlaying(problem)) return <Notice text={problemText(problem, t)}>{props.help}</Notice>;
  if (props.failed) {
    return (
      <Notice text={damaged ?? t('player.stopped')}>
        <Button onClick={() => playback.tryAgain()}>{t('player.tryAgain')}</Button>
        {props.help}
      </Notice>
    );
  }

  return (
    <div className={styles.picture}>
      {/* biome-ignore lint/a11y/useMediaCaption: recordings of sessions have no captions */}
      <video
        ref={attach}
        src={new URL(`./media/${recording.id}`, window.location.href).href}
        preload="auto"
        aria-label={recording.name}
        onClick={() => playback.toggle()}
      />
      {!recording.picture && (
        <div className={styles.sound}>
          <IconHeadphones size={40} stroke={1.3} aria-hidden />
          <span>{t('player.soundOnly')}</span>
          <span className={styles.soundName}>{recording.name}</span>
        </div>
      )}
      {problem !== null && !seen && (
        <div className={styles.warning} role="alert">
          {problemText(problem, t)}
          <CloseButton size="sm" aria-label={t('close')} onClick={() => setSeen(true)} />
        </div>
      )}
    </div>
  );
}

function Notice({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className={styles.picture}>
      <div className={styles.notice} role="alert">
        <IconFileAlert size={36} stroke={1.3} aria-hidden />
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
