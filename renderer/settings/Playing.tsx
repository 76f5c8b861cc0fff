import { Group, NumberInput, Stack, Switch } from '@mantine/core';
import { useWords } from '../words/words';
import { useSettings } from './useSettings';

/** How playback serves the hands: stepping back, pre-roll, and what writing a note does. */
export function Playing() {
  const { t } = useWords();
  const { settings, save } = useSettings();
  const seconds = (ms: number, most: number, keep: (ms: number) => void) => ({
    w: 200,
    value: ms / 1000,
    min: 0,
    max: most,
    step: 0.5,
    decimalScale: 1,
    allowNegative: false,
    clampBehavior: 'strict' as const,
    suffix: ' s',
    onChange: (value: string | number) => typeof value === 'number' && keep(Math.round(value * 1000)),
  });
  return (
    <section className="card" aria-labelledby="playing">
      <h2 id="playing">{t('settings.playing')}</h2>
      <Stack gap="md">
        <Group gap="xl" align="flex-start">
          <NumberInput
            label={t('settings.resumeBack')}
            description={t('settings.resumeBackHint')}
            {...seconds(settings.resumeBackMs, 10, (resumeBackMs) => save({ resumeBackMs }))}
          />
          <NumberInput
            label={t('settings.preRoll')}
            description={t('settings.preRollHint')}
            {...seconds(settings.preRollMs, 15, (preRollMs) => save({ preRollMs }))}
          />
        </Group>
        <Switch
          label={t('settings.notePauses')}
          description={t('settings.notePausesHint')}
          checked={settings.notePauses}
          onChange={(event) => save({ notePauses: event.currentTarget.checked })}
        />
      </Stack>
    </section>
  );
}
