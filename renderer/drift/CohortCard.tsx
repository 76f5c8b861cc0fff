import type { Language } from '../../db/scale';
import type { CohortPoint } from '../../preload/api';
import { percent, points } from '../agreement/figures';
import { ChartCard } from '../charts/ChartCard';
import { chartFileName } from '../charts/chartFileName';
import type { Cell, ChartTable } from '../charts/chartTable';
import { useWords, type Words } from '../words/words';
import { CohortDrawing } from './CohortDrawing';
import { useCohort } from './useDrift';

/** Agreement of everybody in a programme with the standard, quarter by quarter. */
export function CohortCard({ programmeId }: { programmeId: string }) {
  const { t, language } = useWords();
  const { data: cohort } = useCohort(programmeId);
  // Nothing is over yet: there is nothing to say, and an empty card would only stand in the way.
  if (cohort === undefined || cohort === null || cohort.length === 0) return null;
  const title = t('drift.cohort');
  return (
    <ChartCard
      title={title}
      how={t('drift.cohortHow')}
      fileName={chartFileName('', title)}
      table={tableOf(cohort, t, language)}
    >
      <CohortDrawing cohort={cohort} title={title} />
    </ChartCard>
  );
}

/** '2. kv. 2026' or 'Q2 2026'. */
export function quarterName(from: string, t: Words): string {
  const [year = '', month = '1'] = from.split('-');
  return t('drift.quarter', { quarter: Math.ceil(Number(month) / 3), year });
}

function tableOf(cohort: readonly CohortPoint[], t: Words, language: Language): ChartTable {
  const share = (value: number | undefined): Cell =>
    value === undefined ? { text: '–' } : { text: t('agreement.percent', { share: percent(value) }), value };
  const difference = (value: number | undefined): Cell =>
    value === undefined ? { text: '–' } : { text: points(value, language, 2), value };
  return {
    head: [
      t('drift.head.quarter'),
      t('drift.head.raters'),
      t('drift.head.ratings'),
      t('drift.head.itemRatings'),
      t('drift.head.within1'),
      t('comparisons.lowHead'),
      t('comparisons.highHead'),
      t('drift.head.bias'),
      t('comparisons.lowHead'),
      t('comparisons.highHead'),
    ],
    rows: cohort.map(({ from, raters, ratings, within1, bias }) => [
      { text: quarterName(from, t), value: from },
      { text: String(raters), value: raters },
      { text: String(ratings), value: ratings },
      { text: String(within1.of), value: within1.of },
      share(within1.share),
      share(within1.limits.lower),
      share(within1.limits.upper),
      difference(bias.value),
      difference(bias.limits.lower),
      difference(bias.limits.upper),
    ]),
  };
}
