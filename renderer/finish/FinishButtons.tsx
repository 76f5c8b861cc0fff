import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { RatingView } from '../../preload/api';
import { useWords } from '../words/words';

export type FinishDialog = 'submit' | 'amend' | 'history';

type Props = { view: RatingView; own: boolean; ask: (dialog: FinishDialog) => void };

/** The end of a rating: its history, and submitting or amending it. */
export function FinishButtons({ view, own, ask }: Props) {
  const { t } = useWords();
  const latest = view.versions[0]?.id === view.rating.id;
  return (
    <>
      <Tooltip label={t('history.title')}>
        <ActionIcon variant="default" aria-label={t('history.title')} onClick={() => ask('history')}>
          <IconHistory size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {view.lock === undefined && (
        <Tooltip label={t('submit.openHow')}>
          <Button size="xs" onClick={() => ask('submit')}>
            {t('submit.open')}
          </Button>
        </Tooltip>
      )}
      {view.lock === 'submitted' && own && latest && (
        <Button size="xs" variant="default" onClick={() => ask('amend')}>
          {t('amend.open')}
        </Button>
      )}
    </>
  );
}
