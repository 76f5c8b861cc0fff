import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlignLeft, IconBadgeCc, IconLayoutColumns, IconVideo } from '@tabler/icons-react';
import { useWords } from '../words/words';
import { useKeys } from './useKeys';
import type { useStage } from './useStage';

const icons = { picture: IconVideo, both: IconLayoutColumns, transcript: IconAlignLeft } as const;

/** What the stage shows next, and whether what is said stands on the picture. */
export function StageButtons({ stage }: { stage: ReturnType<typeof useStage> }) {
  const { t } = useWords();
  const { withKey } = useKeys();
  const Icon = icons[stage.next];
  const turn = t(`stage.${stage.next}`);
  return (
    <>
      <Tooltip label={withKey(turn, 'stage')}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={turn} onClick={stage.act.stage}>
          <Icon size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {stage.transcript && (
        <Tooltip label={withKey(t('stage.captions'), 'captions')}>
          <ActionIcon
            variant={stage.captions ? 'filled' : 'subtle'}
            color={stage.captions ? 'accent' : 'gray'}
            size="lg"
            aria-label={t('stage.captions')}
            aria-pressed={stage.captions}
            disabled={stage.shows === 'transcript'}
            onClick={stage.act.captions}
          >
            <IconBadgeCc size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
