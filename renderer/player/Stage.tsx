import { Button } from '@mantine/core';
import { IconEyeOff, IconScreenShare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Captions } from '../transcript/Captions';
import { type MarkFromWords, Transcript } from '../transcript/Transcript';
import { useWords } from '../words/words';
import { PictureButtons } from './PictureButtons';
import { PictureWindow } from './PictureWindow';
import type { Playback } from './playback';
import styles from './Stage.module.css';
import type { useStage } from './useStage';

type Props = {
  stage: ReturnType<typeof useStage>;
  /** What the window of the picture is called. */
  title: string;
  playback: Playback;
  markFrom: (mark: MarkFromWords) => void;
  locked: boolean;
  /** Enter belongs to what was typed on the desk. */
  enterTaken: () => boolean;
  picture: ReactNode;
  /** What is typed, for a picture that fills the screen. */
  typed: ReactNode;
};

/** What stands above the transport: the picture, the transcript, or both side by side. */
export function Stage({ stage, title, picture, typed, ...desk }: Props) {
  const { sessionId, shows, transcript, searchField, screen, place, full } = stage;
  const withCaptions = (
    <>
      {picture}
      {stage.picture && <PictureButtons stage={stage} />}
      {stage.captions && transcript && <Captions cues={transcript.cues} playback={desk.playback} />}
    </>
  );
  const away = place !== 'desk';
  return (
    <div
      ref={place === 'window' ? null : screen}
      className={styles.stage}
      data-shows={shows}
      data-place={place}
      data-sound={!stage.picture || undefined}
    >
      {place === 'window' && (
        <PictureWindow title={title} closed={stage.back}>
          <div ref={screen} className={styles.whole}>
            {withCaptions}
          </div>
        </PictureWindow>
      )}
      {away && <Away stage={stage} />}
      {place !== 'window' && <div className={styles.picture}>{withCaptions}</div>}
      {shows !== 'picture' && transcript !== undefined && (
        <div className={styles.transcript}>
          <Transcript {...desk} sessionId={sessionId} transcript={transcript} searchField={searchField} />
        </div>
      )}
      {full && place !== 'window' && <div className={styles.typed}>{typed}</div>}
    </div>
  );
}

/** Where the picture is, and the way to have it back. */
function Away({ stage }: { stage: Props['stage'] }) {
  const { t } = useWords();
  const hidden = stage.place === 'hidden';
  const Icon = hidden ? IconEyeOff : IconScreenShare;
  return (
    <div className={styles.away}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span>{t(hidden ? 'stage.isHidden' : 'stage.isElsewhere')}</span>
      <Button size="compact-sm" variant="default" onClick={stage.back}>
        {t(hidden ? 'stage.show' : 'stage.bringBack')}
      </Button>
    </div>
  );
}
