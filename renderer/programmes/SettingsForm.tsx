import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Edition } from '../../db/model';
import type { ProgrammeSettings } from '../../preload/api';
import { SettingRow } from '../SettingRow';
import { useWords } from '../words/words';
import { AfterRows } from './AfterRows';
import styles from './Programmes.module.css';
import { RuleRows } from './RuleRows';
import ruleStyles from './Rules.module.css';
import { RulesSaid } from './RulesSaid';
import { useProgrammes } from './useProgrammes';

const dimensions = ['both', 'quality', 'adherence'] as const satisfies ProgrammeSettings['dimension'][];

const changeable = { edition: false, rules: false };

type Props = {
  initial: ProgrammeSettings;
  editions: readonly Edition[];
  /** What the button says. */
  go: string;
  pending: boolean;
  save: (settings: ProgrammeSettings) => void;
  /** What stays as it is, because something was made or given by it. */
  fixed?: { edition: boolean; rules: boolean };
  /** Beside the button. */
  children?: ReactNode;
};

/** Name, scale, rules of passing, attempts, certificate and what follows it. Saved as a whole. */
export function SettingsForm({ initial, editions, go, pending, save, fixed = changeable, children }: Props) {
  const { t } = useWords();
  const { data: programmes = [] } = useProgrammes();
  const [draft, setDraft] = useState(initial);
  const name = useId();
  const edition = useId();
  const change = (some: Partial<ProgrammeSettings>) => setDraft({ ...draft, ...some });
  const ready = draft.name.trim() !== '' && JSON.stringify(draft) !== JSON.stringify(initial);
  const named = draft.name.trim();
  const others = programmes.map((one) => one.name).filter((one) => one !== initial.name);
  const said = named === '' ? 'needsName' : others.includes(named) ? 'sameName' : undefined;
  return (
    <form
      className={ruleStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) save({ ...draft, name: draft.name.trim() });
      }}
    >
      <section className="card">
        <h2>{t('programmes.rules.what')}</h2>
        <SettingRow label={t('programmes.rules.name')} field={name}>
          <TextInput
            id={name}
            w={320}
            maxLength={200}
            placeholder={t('programmes.rules.nameExample')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </SettingRow>
        <SettingRow
          label={t('programmes.rules.edition')}
          hint={t(fixed.edition ? 'programmes.rules.editionFixed' : 'programmes.rules.editionHint')}
          {...(!fixed.edition && { field: edition })}
        >
          {fixed.edition ? (
            <span>{editions.find(({ id }) => id === draft.editionId)?.name}</span>
          ) : (
            <Select
              id={edition}
              aria-describedby={`${edition}-hint`}
              w={320}
              allowDeselect={false}
              data={editions.map(({ id, name: said }) => ({ value: id, label: said }))}
              value={draft.editionId}
              onChange={(editionId) => editionId !== null && change({ editionId })}
            />
          )}
        </SettingRow>
        <SettingRow label={t('programmes.rules.dimension')} hint={t('programmes.rules.dimensionHint')}>
          {fixed.rules ? (
            <span>{t(`programmes.dimension.${draft.dimension}`)}</span>
          ) : (
            <SegmentedControl
              size="xs"
              aria-label={t('programmes.rules.dimension')}
              data={dimensions.map((value) => ({ value, label: t(`programmes.dimension.${value}`) }))}
              value={draft.dimension}
              onChange={(next) => change({ dimension: dimensions.find((one) => one === next) ?? 'both' })}
            />
          )}
        </SettingRow>
      </section>
      {fixed.rules ? (
        <section className="card">
          <h2>{t('programmes.rules.title')}</h2>
          <p className={styles.notice}>{t('programmes.rules.locked')}</p>
          <RulesSaid settings={initial} />
        </section>
      ) : (
        <RuleRows settings={draft} change={(rules) => change({ rules })} />
      )}
      <AfterRows settings={draft} fewestAttempts={fixed.rules ? initial.attempts : 1} change={change} />
      <div className={ruleStyles.formFoot}>
        <Button type="submit" disabled={!ready || pending}>
          {go}
        </Button>
        {said !== undefined && <span className={styles.quiet}>{t(`programmes.rules.${said}`)}</span>}
        {children}
      </div>
    </form>
  );
}
