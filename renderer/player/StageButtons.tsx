import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlignLeft, IconBadgeCc, IconLayoutColumns, IconVideo } from '@tabler/icons-react';
import { useWords } from '../words/words';
import { keys } from './keys';
import type { useStage } from './useStage';

const icons = { picture: IconVideo, both: IconLayoutColumns, transcript: IconAlignLeft } as const;

/** What the stage shows next, and whether what is said stands on the picture. */
export function StageButtons({ stage }: { stage: ReturnType<typeof useStage> }) {
  const { t } = useWords();
  const Icon = icons[stage.next];
  const turn = t(`stage.${stage.next}`);
  return (
    <>
      <Tooltip label={`${turn} (${t(`keys.code.${keys.stage[0].code}`)})`}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={turn} onClick={stage.act.stage}>
          <Icon size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {stage.transcript && (
        <Tooltip label={`${t('stage.captions')} (${t(`keys.code.${keys.captions[0].code}`)})`}>
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
