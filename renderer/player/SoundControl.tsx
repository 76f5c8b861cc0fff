import { ActionIcon, Button, Group, Popover, Slider, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useWords } from '../words/words';
import { gains, type Sound } from './sound';

type Props = {
  sound: Sound;
  change: (some: Partial<Sound>) => void;
  disabled: boolean;
  /** In an element that fills the screen, everything has to be drawn inside of it. */
  withinPortal?: boolean;
};

/** Volume, mute and the lift for quiet voices; what is not as usual stands beside the button. */
export function SoundControl({ sound, change, disabled, withinPortal = true }: Props) {
  const { t } = useWords();
  const { volume, gainDb, muted } = sound;
  const silent = muted || volume === 0;
  const Icon = silent ? IconVolumeOff : IconVolume;
  return (
    <Popover position="top" withArrow trapFocus returnFocus withinPortal={withinPortal}>
      <Popover.Target>
        <Tooltip label={t('player.sound')} withinPortal={withinPortal}>
          {gainDb === 0 ? (
            <ActionIcon
              variant="subtle"
              color={silent ? 'orange' : 'gray'}
              size="lg"
              aria-label={t('player.sound')}
              disabled={disabled}
            >
              <Icon size={20} aria-hidden />
            </ActionIcon>
          ) : (
            <Button
              variant="default"
              size="compact-sm"
              radius="xl"
              className="tabular"
              aria-label={`${t('player.sound')}, ${t('player.lift')} ${t('player.liftBy', { gain: gainDb })}`}
              leftSection={<Icon size={16} aria-hidden />}
              disabled={disabled}
            >
              {t('player.liftBy', { gain: gainDb })}
            </Button>
          )}
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        {/* The transport keeps the focus of the desk; in here the sliders take it. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the controls are inside */}
        <div onMouseDown={(event) => event.stopPropagation()}>
          <Stack gap="md" w={280} pb="xs">
            <div>
              <Group justify="space-between" mb={4}>
                <Text size="sm">{t('player.volume')}</Text>
                <Text size="sm" className="tabular">
                  {t('player.percent', { volume })}
                </Text>
              </Group>
              <Slider
                thumbLabel={t('player.volume')}
                label={null}
                step={5}
                value={volume}
                onChange={(next) => change({ volume: next, muted: false })}
              />
            </div>
            <div>
              <Group justify="space-between" mb={4}>
                <Text size="sm">{t('player.lift')}</Text>
                <Text size="sm" className="tabular">
                  {t('player.liftBy', { gain: gainDb })}
                </Text>
              </Group>
              <Slider
                thumbLabel={t('player.lift')}
                label={null}
                max={12}
                step={1}
                marks={gains.map((value) => ({ value }))}
                value={gainDb}
                onChange={(next) => change({ gainDb: next })}
              />
              <Text size="xs" c="dimmed" mt={6}>
                {t('player.liftHint')}
              </Text>
            </div>
            <Switch
              size="xs"
              label={t('player.mute')}
              checked={muted}
              onChange={(event) => change({ muted: event.currentTarget.checked })}
            />
          </Stack>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
