import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconClock,
  IconKeyboard,
  IconRepeat,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { clockSeconds } from '../format';
import { useWords } from '../words/words';
import { Clock } from './Clock';
import { PlayButton } from './PlayButton';
import styles from './Player.module.css';
import type { Playback, PlaybackState } from './playback';
import { SoundControl } from './SoundControl';
import { useKeys } from './useKeys';
import type { useSound } from './useSound';

type Props = {
  playback: Playback;
  state: PlaybackState;
  durationMs: number;
  disabled: boolean;
  sound: ReturnType<typeof useSound>;
  /** Where a loop begins that has no end yet. */
  loopFrom: number | undefined;
  loop: () => void;
  goToTime: () => void;
  showKeys: () => void;
  /** Further buttons, before those of the sound. */
  children?: ReactNode;
};

export function Transport(props: Props) {
  const { playback, state, durationMs, disabled, sound, goToTime, showKeys } = props;
  const { t, language } = useWords();
  const { keyName, withKey } = useKeys();
  const rate = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(state.rate);
  const button = (label: string, key: string | undefined, run: () => void, icon: ReactNode) => (
    <Tooltip label={key === undefined ? label : `${label} (${key})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        disabled={disabled}
        onClick={run}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );

  return (
    // Focus stays on the desk when a button is pressed with the mouse, so that its keys go on working.
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    <div className={styles.transport} onMouseDown={(event) => event.preventDefault()}>
      {button(
        t('player.back5'),
        keyName('back5'),
        () => playback.step(-5000),
        <IconRewindBackward5 aria-hidden />,
      )}
      <PlayButton
        playing={state.playing}
        keyName={keyName('toggle')}
        disabled={disabled}
        toggle={() => playback.toggle()}
      />
      {button(
        t('player.forward5'),
        keyName('forward5'),
        () => playback.step(5000),
        <IconRewindForward5 aria-hidden />,
      )}
      <Clock playback={playback} durationMs={durationMs} />
      <LoopState from={props.loopFrom} state={state} stop={props.loop} />
      <div className={styles.right}>
        {props.children}
        <SoundControl sound={sound.sound} change={sound.change} disabled={disabled} />
        {button(
          t('player.slower'),
          keyName('slower'),
          () => playback.changeRate(-1),
          <span aria-hidden>−</span>,
        )}
        <Tooltip label={withKey(t('player.normalSpeed'), 'normalSpeed')}>
          <Button
            variant="default"
            size="compact-sm"
            radius="xl"
            className="tabular"
            aria-label={t('player.speed', { rate })}
            disabled={disabled}
            onClick={() => playback.setRate(1)}
          >
            {rate}×
          </Button>
        </Tooltip>
        {button(
          t('player.faster'),
          keyName('faster'),
          () => playback.changeRate(1),
          <span aria-hidden>+</span>,
        )}
        {button(t('player.goTo'), keyName('goToTime'), goToTime, <IconClock size={20} aria-hidden />)}
        <Tooltip label={`${t('keys.title')} (?)`}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('keys.title')} onClick={showKeys}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

/** What is played again and again; pressed, it plays on. */
function LoopState({
  from,
  state,
  stop,
}: {
  from: number | undefined;
  state: PlaybackState;
  stop: () => void;
}) {
  const { t } = useWords();
  if (from !== undefined) {
    return (
      <Tooltip label={t('player.loopFromHint', { from: clockSeconds(from) })}>
        <span className={styles.loop}>
          <IconRepeat size={15} aria-hidden />
          {t('player.loopFrom')}
        </span>
      </Tooltip>
    );
  }
  if (state.loop === undefined) return null;
  const { fromMs, toMs } = state.loop;
  const stops = t('player.loopOff', { from: clockSeconds(fromMs), to: clockSeconds(toMs) });
  return (
    <Tooltip label={stops}>
      <button type="button" className={styles.loop} onClick={stop}>
        <IconRepeat size={15} aria-hidden />
        {t('player.loop')}
      </button>
    </Tooltip>
  );
}
