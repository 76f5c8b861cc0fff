import type { ProgrammeSettings } from '../../preload/api';
import { SettingRow } from '../SettingRow';
import { useWords } from '../words/words';
import { NumberField } from './NumberField';

type Props = {
  settings: ProgrammeSettings;
  /** What was promised when the first test was given. */
  fewestAttempts: number;
  change: (some: Partial<ProgrammeSettings>) => void;
};

/** How often a test can be taken, how long a certificate holds, and what follows it. */
export function AfterRows({ settings, fewestAttempts, change }: Props) {
  const { t } = useWords();
  const { attempts, validMonths, target, doublePercent } = settings;
  return (
    <section className="card">
      <h2>{t('programmes.rules.after')}</h2>
      <SettingRow label={t('programmes.rules.attempts')} hint={t('programmes.rules.attemptsHint')}>
        <NumberField
          label={t('programmes.rules.attempts')}
          value={attempts}
          range={{ min: fewestAttempts, max: 9 }}
          put={(next) => change({ attempts: next })}
        />
      </SettingRow>
      <SettingRow label={t('programmes.rules.valid')} hint={t('programmes.rules.validHint')}>
        <NumberField
          label={t('programmes.rules.valid')}
          after={t('programmes.rules.months')}
          value={validMonths}
          range={{ min: 1, max: 120 }}
          put={(next) => change({ validMonths: next })}
        />
      </SettingRow>
      <SettingRow label={t('programmes.rules.target')} hint={t('programmes.rules.targetHint')}>
        <NumberField
          label={t('programmes.rules.target')}
          value={target}
          range={{ min: 0.5, max: 0.95, step: 0.05, decimals: 2 }}
          put={(next) => change({ target: next })}
        />
      </SettingRow>
      <SettingRow label={t('programmes.rules.double')} hint={t('programmes.rules.doubleHint')}>
        <NumberField
          label={t('programmes.rules.double')}
          after="%"
          value={doublePercent}
          range={{ min: 0, max: 100, step: 5 }}
          put={(next) => change({ doublePercent: next })}
        />
      </SettingRow>
    </section>
  );
}
