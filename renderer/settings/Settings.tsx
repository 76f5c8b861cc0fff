import { Button, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { Keys } from './Keys';
import { Playing } from './Playing';
import styles from './Settings.module.css';
import { useSettings } from './useSettings';

const languages = ['nb', 'en'] as const;
const colours = ['auto', 'light', 'dark'] as const;

export function Settings({ version }: { version: string }) {
  const { t, language } = useWords();
  const { settings, save } = useSettings();
  const languageLabel = useId();
  const colourLabel = useId();
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {t('places.settings')}
      </Title>
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className="card">
            <h2 id={languageLabel}>{t('settings.language')}</h2>
            <SegmentedControl
              aria-labelledby={languageLabel}
              data={languages.map((value) => ({ value, label: t(`settings.${value}`) }))}
              value={language}
              onChange={(value) => save({ language: languages.find((one) => one === value) })}
            />
          </section>
          <section className="card">
            <h2 id={colourLabel}>{t('settings.colours')}</h2>
            <SegmentedControl
              aria-labelledby={colourLabel}
              data={colours.map((value) => ({ value, label: t(`settings.${value}`) }))}
              value={settings.colours}
              onChange={(value) => save({ colours: colours.find((one) => one === value) })}
            />
          </section>
          <Playing />
          <section className="card">
            <h2>{t('site.title')}</h2>
            <Text c="dimmed" mb="xs">
              {t('site.hint')}
            </Text>
            <Button component="a" variant="default" href={hashOf({ name: 'site' })}>
              {t('site.open')}
            </Button>
          </section>
          <section className="card">
            <h2>{t('safety.title')}</h2>
            <Text c="dimmed" mb="xs">
              {t('safety.hint')}
            </Text>
            <Button component="a" variant="default" href={hashOf({ name: 'safety' })}>
              {t('safety.open')}
            </Button>
          </section>
          <section className="card">
            <h2>{t('settings.finishing')}</h2>
            <NumberInput
              w={320}
              label={t('settings.coverageWarning')}
              description={t('settings.coverageWarningHint')}
              suffix=" %"
              min={0}
              max={100}
              step={5}
              allowDecimal={false}
              clampBehavior="strict"
              value={settings.coverageWarning}
              onChange={(value) => typeof value === 'number' && save({ coverageWarning: value })}
            />
          </section>
          <section className="card">
            <h2>{t('settings.about')}</h2>
            <Text>{t('settings.version', { version })}</Text>
            <Text c="dimmed">{t('settings.private')}</Text>
            <Text c="dimmed">{t('settings.scale')}</Text>
          </section>
        </div>
        <Keys />
      </div>
    </Stack>
  );
}
