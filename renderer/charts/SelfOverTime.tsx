import { Group } from '@mantine/core';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import { ChartCard } from './ChartCard';
import styles from './Comparisons.module.css';
import { chartFileName } from './chartFileName';
import { MeasureChoice, type MeasureChosen } from './MeasureChoice';
import { SelfDrawing } from './SelfDrawing';
import { SelfSign } from './SelfSign';
import { SelfSummary } from './SelfSummary';
import { SideChoice } from './SideChoice';
import { type Difference, selfRatersOf, summaryOf } from './selfDifference';
import { differencesTable } from './selfTables';
import { overallMeasure, type Side } from './series';
import { timeSpan } from './timeAxis';

type Props = {
  /** As files about the subject are called. */
  about: string;
  differences: Difference[];
  chosen: MeasureChosen;
  choose: (chosen: MeasureChosen) => void;
  side: Side;
  chooseSide: (side: Side) => void;
};

/** Self-rating minus supervisor's, session by session, with the mean difference in words. */
export function SelfOverTime({ about, differences, chosen, choose, side, chooseSide }: Props) {
  const { t, language } = useWords();
  const summary = summaryOf(differences);
  const selfRaters = selfRatersOf(differences);
  const several = selfRaters.length > 1;
  const together = differences.some(({ each }) => each.length > 1);
  const title = t('comparisons.selfTitle', {
    what: what(),
    side: t(`rating.${side}`).toLowerCase(),
  });
  return (
    <ChartCard
      title={title}
      how={several ? t('comparisons.selfHowSeveral') : t('comparisons.selfHow')}
      fileName={chartFileName(about, title)}
      table={differencesTable(differences, t, language)}
      choices={
        <Group gap="xs">
          <MeasureChoice chosen={chosen} choose={choose} allItems={t('comparisons.selfItems')} />
          <SideChoice side={side} choose={chooseSide} />
        </Group>
      }
      legend={
        summary && (
          <ul className={styles.legend}>
            {selfRaters.map(({ raterId, name }, index) => (
              <li key={raterId}>
                <SelfSign sign={index} />
                <span className={styles.name}>{t('comparisons.selfOf', { name })}</span>
              </li>
            ))}
            {together && (
              <li>
                <SelfSign sign="mean" />
                {t('comparisons.selfBoth')}
              </li>
            )}
            {summary.interval && (
              <li>
                <svg width="22" height="12" aria-hidden>
                  <rect width="22" height="12" fill="var(--accent-ground)" />
                  <path d="M0 6h22" stroke="var(--accent)" strokeWidth="2" />
                </svg>
                {t('comparisons.selfBand')}
              </li>
            )}
            {summary.oneRater > 0 && (
              <li>{t('comparisons.restsOnOne', { count: summary.oneRater, all: summary.count })}</li>
            )}
          </ul>
        )
      }
    >
      {summary === undefined ? (
        <p className={styles.nothing}>{t('comparisons.selfNothing')}</p>
      ) : (
        <>
          <SelfSummary summary={summary} />
          <SelfDrawing
            key={`${chosen} ${side}`}
            differences={differences}
            summary={summary}
            selfRaters={selfRaters}
            span={timeSpan(differences)}
            title={title}
          />
        </>
      )}
    </ChartCard>
  );

  function what(): string {
    if (chosen === 'items') return t('comparisons.selfItems');
    return chosen === overallMeasure ? t('rating.overall') : `${chosen} ${itemOf(chosen).name[language]}`;
  }
}
