import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconEyeOff,
  IconMaximize,
  IconMinimize,
  IconScreenShare,
  IconScreenShareOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import type { Action } from './keys';
import styles from './Stage.module.css';
import { useKeys } from './useKeys';
import type { useStage } from './useStage';

/** On the picture, in sight when the mouse or the keyboard is there: fill the screen, own window, hide. */
export function PictureButtons({ stage }: { stage: ReturnType<typeof useStage> }) {
  const { t } = useWords();
  const { withKey } = useKeys();
  const inWindow = stage.place === 'window';
  const button = (label: string, action: Action, run: () => void, icon: ReactNode) => (
    // Drawn where the button is: in the picture's own window, not on the desk.
    <Tooltip label={withKey(label, action)} withinPortal={false}>
      <ActionIcon
        className={styles.onPicture}
        variant="transparent"
        size="lg"
        aria-label={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={run}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  const Full = stage.full ? IconMinimize : IconMaximize;
  const Own = inWindow ? IconScreenShareOff : IconScreenShare;
  return (
    <div className={styles.buttons}>
      {!inWindow &&
        !stage.full &&
        button(t('stage.hide'), 'hidePicture', stage.act.hidePicture, <IconEyeOff size={20} aria-hidden />)}
      {!stage.full &&
        button(
          t(inWindow ? 'stage.bringBack' : 'stage.window'),
          'pictureWindow',
          stage.act.pictureWindow,
          <Own size={20} aria-hidden />,
        )}
      {button(
        t(stage.full ? 'stage.notFull' : 'stage.full'),
        'fullScreen',
        stage.act.fullScreen,
        <Full size={20} aria-hidden />,
      )}
    </div>
  );
}
