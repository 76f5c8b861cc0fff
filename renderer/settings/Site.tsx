import { ActionIcon, Group, Stack, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { Editions } from './Editions';
import { Phases } from './Phases';
import { TextPacks } from './TextPacks';
import { useSite } from './useSite';

/** What the site sets for everybody who rates: the scale and the phases. */
export function Site() {
  const { t } = useWords();
  const { data: site } = useSite();
  return (
    <Stack maw={760} gap="lg">
      <Group gap="xs">
        <ActionIcon
          component="a"
          href={hashOf({ name: 'settings' })}
          variant="subtle"
          color="gray"
          aria-label={t('site.back')}
          title={t('site.back')}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Title order={1} size="h2">
          {t('site.title')}
        </Title>
      </Group>
      {site !== undefined && (
        <>
          <Editions editions={site.editions} />
          <TextPacks packs={site.textPacks} />
          <Phases own={site.phaseNames} />
        </>
      )}
    </Stack>
  );
}
