import { Checkbox, Fieldset, SegmentedControl, Stack } from '@mantine/core';
import type { Language } from '../../db/scale';
import { useWords } from '../words/words';
import type { Choices, Section } from './choices';
import styles from './Report.module.css';

type Shown = 'code' | 'name';

/** How the report speaks, and how it names therapists. */
export function ChooseWords({ choices }: { choices: Choices }) {
  const { t } = useWords();
  const shown: Shown = choices.names ? 'name' : 'code';
  return (
    <div className={styles.pair}>
      <Choice label={t('reports.language')}>
        <SegmentedControl<Language>
          fullWidth
          size="xs"
          aria-label={t('reports.language')}
          data={[
            { value: 'nb', label: t('settings.nb') },
            { value: 'en', label: t('settings.en') },
          ]}
          value={choices.language}
          onChange={(language) => choices.choose({ language })}
        />
      </Choice>
      <Choice label={t('reports.therapists')}>
        <SegmentedControl<Shown>
          fullWidth
          size="xs"
          aria-label={t('reports.therapists')}
          data={[
            { value: 'code', label: t('newTherapist.code') },
            { value: 'name', label: t('newTherapist.name') },
          ]}
          value={shown}
          onChange={(next) => choices.choose({ names: next === 'name' })}
        />
      </Choice>
    </div>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** Which parts stand on the paper. */
export function ChooseSections({ choices, sections }: { choices: Choices; sections: readonly Section[] }) {
  const { t } = useWords();
  return (
    <Fieldset legend={t('reports.sections')} variant="unstyled" className={styles.fieldset ?? ''}>
      <Stack gap={6}>
        {sections.map((section) => (
          <Checkbox
            key={section}
            size="xs"
            label={t(`reports.section.${section}`)}
            checked={choices.shows(section)}
            onChange={() => choices.switchSection(section)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
