import { NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ChartCard } from '../charts/ChartCard';
import comparisons from '../charts/Comparisons.module.css';
import { chartFileName } from '../charts/chartFileName';
import { SideChoice } from '../charts/SideChoice';
import { createHeld, useHeld } from '../held';
import { useProgramme } from '../programmes/useProgrammes';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { DecisionCurve } from './DecisionCurve';
import { decimals, measureName, reasonText, whyNot } from './figures';
import { MeasureSelect } from './MeasureSelect';
import { NeededList } from './NeededList';
import { type Kind, neededOf } from './needed';
import type { Looked } from './TableView';
import { neededTable } from './tables';

/** What is dependable enough, as it was left: for as long as the program runs. */
const goal = createHeld<{ target: number }>({ target: 0.7 });

/** How dependable a mean of so many raters would be, and how many reach the target. */
export function NeededView({ programmeId, ...looked }: Looked & { programmeId: string | undefined }) {
  const { table, side, setSide, measure, setMeasure } = looked;
  const { t, language } = useWords();
  const usual = useHeld(goal);
  const { data: programme } = useProgramme(programmeId);
  // A programme has a target of its own; another can be tried on it, and changes nothing there.
  const [tried, tryTarget] = useState<number>();
  const own = programme?.programme.target;
  const target = own === undefined ? usual.target : (tried ?? own);
  const [kind, setKind] = useState<Kind>('absolute');
  const rows = table.rows.filter((row) => row.side === side);
  const chosen = rows.find((row) => row.measure === measure);
  const title = t('agreement.neededTitle', { side: t(`rating.${side}`) });
  return (
    <div className={styles.cards}>
      <div className={styles.looked}>
        <MeasureSelect measure={measure} choose={setMeasure} />
        <SegmentedControl
          size="xs"
          aria-label={t('agreement.kind')}
          data={[
            { value: 'absolute', label: t('agreement.absolute') },
            { value: 'relative', label: t('agreement.relative') },
          ]}
          value={kind}
          onChange={(next) => setKind(next === 'relative' ? 'relative' : 'absolute')}
        />
        <SideChoice side={side} choose={setSide} />
        <NumberInput
          size="xs"
          w={104}
          label={t('agreement.target')}
          classNames={{ root: styles.beside }}
          min={0.3}
          max={0.95}
          step={0.05}
          decimalScale={2}
          fixedDecimalScale
          decimalSeparator={language === 'nb' ? ',' : '.'}
          clampBehavior="blur"
          value={target}
          onChange={(value) => {
            // While it is typed it may end in a zero, which only a text can.
            const next = Number(value);
            if (next < 0.3 || next > 0.95) return;
            if (own === undefined) goal.set({ target: next });
            else tryTarget(next);
          }}
        />
        {own !== undefined && (
          <span className={styles.ownTarget}>
            {t('programmes.ownTarget', { name: programme?.programme.name, target: decimals(own, language) })}
          </span>
        )}
      </div>
      <ChartCard
        title={title}
        how={t('agreement.neededHow')}
        fileName={chartFileName('', title)}
        table={neededTable(rows, kind, target, t, language)}
        legend={
          <ul className={comparisons.legend}>
            <li>
              <svg width="26" height="12" aria-hidden>
                <path d="M0 6h26" stroke="var(--faint)" />
              </svg>
              {t('agreement.neededItems')}
            </li>
            <li>{t('agreement.neededRests', { count: table.sessions, raters: table.raters.length })}</li>
          </ul>
        }
      >
        <p className={styles.sentence}>{said()}</p>
        {rows.some(({ steps }) => steps.length > 0) ? (
          <DecisionCurve rows={rows} measure={measure} kind={kind} target={target} title={title} />
        ) : (
          <p className={comparisons.nothing}>{t('agreement.neededNothing')}</p>
        )}
      </ChartCard>
      <NeededList rows={rows} kind={kind} target={target} measure={measure} choose={setMeasure} />
    </div>
  );

  function said(): string {
    const name = measureName(measure, t, language);
    if (chosen === undefined) return '';
    if (chosen.components.value === undefined)
      return t('agreement.neededSay.none', { name, reason: reasonText(chosen.components.reason, t) });
    const first = chosen.steps[0]?.[kind];
    if (first?.value === undefined)
      return t('agreement.neededSay.none', { name, reason: (first && whyNot(first, t)) ?? '' });
    const { needed, safe } = neededOf(chosen, kind, target);
    const most = chosen.steps.length;
    const shown = decimals(target, language);
    const caution =
      chosen.smallSpread && chosen.sd.value !== undefined
        ? `${t('agreement.say.small', { sd: decimals(chosen.sd.value, language) })} `
        : '';
    const sentence =
      caution +
      (needed === undefined
        ? t('agreement.neededSay.never', { name, target: shown, most })
        : t('agreement.neededSay.enough', { count: needed, name, target: shown }));
    if (first.limits.lower === undefined || needed === undefined) return sentence;
    return `${sentence} ${
      safe === undefined
        ? t('agreement.neededSay.intervalNever', { most })
        : t('agreement.neededSay.interval', { count: safe })
    }`;
  }
}
