import type { PassRules, ProgrammeSettings } from '../../preload/api';
import { useWords } from '../words/words';
import { NumberField } from './NumberField';
import styles from './Programmes.module.css';
import { RuleRow } from './RuleRow';
import ruleStyles from './Rules.module.css';
import { RulesSaid } from './RulesSaid';
import { concernsOf, usualRules } from './settings';

type Props = {
  settings: Pick<ProgrammeSettings, 'rules' | 'dimension'>;
  change: (rules: PassRules) => void;
};

/** When a test is passed: each rule a switch with its numbers, and all of them in words below. */
export function RuleRows({ settings, change }: Props) {
  const { t } = useWords();
  const { rules } = settings;
  const { within1, bias, icc, overallWithin1, fewestSessions } = rules;
  const put = (some: Partial<PassRules>) => change({ ...rules, ...some });
  return (
    <section className="card">
      <h2>{t('programmes.rules.title')}</h2>
      <p className={styles.quiet}>{t('programmes.rules.hint')}</p>
      <RuleRow
        name={t('programmes.rules.within1')}
        on={within1 !== null}
        turn={(on) => put({ within1: on ? usualRules.within1 : null })}
      >
        <NumberField
          label={t('programmes.rules.percent')}
          after={t('programmes.rules.percentOf')}
          value={within1?.percent ?? usualRules.within1.percent}
          range={{ min: 1, max: 100, step: 5 }}
          disabled={within1 === null}
          put={(percent) => within1 !== null && put({ within1: { ...within1, percent } })}
        />
        <NumberField
          label={t('programmes.rules.inARow')}
          after={t('programmes.rules.inARow')}
          value={within1?.sessions ?? usualRules.within1.sessions}
          range={{ min: 1, max: 50 }}
          disabled={within1 === null}
          put={(sessions) => within1 !== null && put({ within1: { ...within1, sessions } })}
        />
      </RuleRow>
      <RuleRow
        name={t('programmes.rules.bias')}
        on={bias !== null}
        turn={(on) => put({ bias: on ? usualRules.bias : null })}
      >
        <NumberField
          label={t('programmes.rules.biasMost')}
          before={t('programmes.rules.atMost')}
          after={t('programmes.rules.points')}
          value={bias ?? usualRules.bias}
          range={{ min: 0, max: 6, step: 0.1, decimals: 2 }}
          disabled={bias === null}
          put={(most) => put({ bias: most })}
        />
      </RuleRow>
      <RuleRow
        name={t('programmes.rules.icc')}
        on={icc !== null}
        turn={(on) => put({ icc: on ? usualRules.icc : null })}
      >
        <NumberField
          label={t('programmes.rules.iccLeast')}
          before={t('programmes.rules.atLeast')}
          value={icc ?? usualRules.icc}
          range={{ min: 0, max: 1, step: 0.05, decimals: 2 }}
          disabled={icc === null}
          put={(least) => put({ icc: least })}
        />
      </RuleRow>
      <RuleRow
        name={t('programmes.rules.overall')}
        on={overallWithin1}
        turn={(on) => put({ overallWithin1: on })}
      />
      <div className={ruleStyles.rule}>
        <span className={ruleStyles.always}>{t('programmes.rules.fewest')}</span>
        <NumberField
          label={t('programmes.rules.fewest')}
          after={t('programmes.rules.sessions')}
          value={fewestSessions}
          range={{ min: 1, max: 50 }}
          put={(fewest) => put({ fewestSessions: fewest })}
        />
      </div>
      <RulesSaid settings={settings} />
      {concernsOf(rules).map((concern) => (
        <p key={concern} className={styles.notice} role="status">
          {t(`programmes.concern.${concern}`)}
        </p>
      ))}
    </section>
  );
}
