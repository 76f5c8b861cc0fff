import { IconArrowAutofitWidth, IconMinus, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { keepFocus } from '../rating/keepFocus';
import { useWords } from '../words/words';
import styles from './TimeLine.module.css';
import type { Zooming } from './useZoom';

type Props = { zooming: Zooming; least: boolean; most: boolean };

export const ZoomButtons = memo(function ZoomButtons({ zooming, least, most }: Props) {
  const { t } = useWords();
  const buttons = [
    { words: t('timeLine.zoomOut'), run: zooming.zoomOut, off: least, Icon: IconMinus },
    { words: t('timeLine.zoomIn'), run: zooming.zoomIn, off: most, Icon: IconPlus },
    { words: t('timeLine.zoomAll'), run: zooming.zoomAll, off: least, Icon: IconArrowAutofitWidth },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    <div className={styles.zoom} onMouseDown={keepFocus}>
      {buttons.map(({ words, run, off, Icon }) => (
        <button key={words} type="button" title={words} aria-label={words} disabled={off} onClick={run}>
          <Icon size={14} aria-hidden />
        </button>
      ))}
    </div>
  );
});
