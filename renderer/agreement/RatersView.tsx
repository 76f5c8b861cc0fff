import { Select } from '@mantine/core';
import { useState } from 'react';
import type { AgreementBasis, AgreementScope } from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import { chartFileName } from '../charts/chartFileName';
import { SideChoice } from '../charts/SideChoice';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { BlandAltmanCard } from './BlandAltmanCard';
import { DifferenceRows } from './DifferenceRows';
import { measureName, measureShort } from './figures';
import { MeasureSelect } from './MeasureSelect';
import type { Looked } from './TableView';
import { differenceTable } from './tables';

/** Each rater against the others, one rater's profile, and two of them session by session. */
export function RatersView({
  table,
  side,
  setSide,
  measure,
  setMeasure,
  scope,
  basis,
}: Looked & { scope: AgreementScope; basis: AgreementBasis }) {
  const { t, language } = useWords();
  const [asked, setRater] = useState<string>();
  const { raters } = table;
  const rows = table.rows.filter((row) => row.side === side);
  const ofMeasure = rows.find((row) => row.measure === measure);
  const severities = raters
    .map(({ id, name }) => ({
      id,
      name,
      severity: ofMeasure?.severities.find(({ raterId }) => raterId === id),
    }))
    .toSorted((a, b) => (a.severity?.difference.value ?? 0) - (b.severity?.difference.value ?? 0));
  // Whoever is furthest from the others is what one wants to see.
  const furthest = rows.find((row) => row.measure === 0)?.bias?.raterId;
  const rater = raters.find(({ id }) => id === (asked ?? furthest)) ?? raters[0];
  const profile = rows.map((row) => ({
    id: String(row.measure),
    name: measureShort(row.measure, t, language),
    severity: row.severities.find(({ raterId }) => raterId === rater?.id),
  }));
  const what = measureName(measure, t, language);
  const ofSide = t(`agreement.sideOf.${side}`);
  const title = t('agreement.severityTitle', { what, side: ofSide });
  const profileTitle = t('agreement.profileTitle', { name: rater?.name ?? '', side: ofSide });
  return (
    <div className={styles.cards}>
      <div className={styles.looked}>
        <MeasureSelect measure={measure} choose={setMeasure} />
        <SideChoice side={side} choose={setSide} />
      </div>
      <BlandAltmanCard scope={scope} basis={basis} raters={raters} measure={measure} side={side} />
      <div className={styles.two}>
        <ChartCard
          title={title}
          how={t('agreement.severityHow')}
          fileName={chartFileName('', title)}
          table={differenceTable(t('agreement.rater'), severities, t, language)}
        >
          <DifferenceRows rows={severities} title={title} chosen={rater?.id} />
        </ChartCard>
        <ChartCard
          title={profileTitle}
          how={t('agreement.profileHow', { name: rater?.name ?? '' })}
          fileName={chartFileName('', profileTitle)}
          table={differenceTable(t('agreement.head.measure'), profile, t, language)}
          choices={
            <Select
              size="xs"
              w={170}
              aria-label={t('agreement.rater')}
              allowDeselect={false}
              data={raters.map(({ id, name }) => ({ value: id, label: name }))}
              value={rater?.id ?? null}
              onChange={(id) => setRater(id ?? undefined)}
            />
          }
        >
          <DifferenceRows rows={profile} title={profileTitle} chosen={String(measure)} />
        </ChartCard>
      </div>
    </div>
  );
}
