import { Button, Select } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useState } from 'react';
import type {
  AgreementBasis,
  AgreementMeasure,
  AgreementPair,
  AgreementRater,
  AgreementScope,
} from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import comparisons from '../charts/Comparisons.module.css';
import { chartFileName } from '../charts/chartFileName';
import type { ChartTable } from '../charts/chartTable';
import type { Side } from '../charts/series';
import { dayShort } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { BlandAltmanDrawing } from './BlandAltmanDrawing';
import { decimals, isClear, measureName, percent, points, pointsRange } from './figures';
import { type Pair, pairsOf } from './pairs';
import { useAgreementPair } from './useAgreement';

type Props = {
  scope: AgreementScope;
  basis: AgreementBasis;
  raters: readonly Pick<AgreementRater, 'id' | 'name'>[];
  measure: AgreementMeasure;
  side: Side;
};

/** Two raters, session by session; those who share most sessions first. */
export function BlandAltmanCard(props: Props) {
  const [suggested] = pairsOf(props.basis.sessions);
  const [asked, setPair] = useState<Pair>();
  const known = (id: string) => props.raters.some((rater) => rater.id === id);
  const pair = asked !== undefined && known(asked.first) && known(asked.second) ? asked : suggested;
  return pair === undefined ? null : <Shown {...props} pair={pair} choose={setPair} />;
}

type ShownProps = Props & { pair: Pair; choose: (pair: Pair) => void };

function Shown({ scope, basis, raters, measure, side, pair, choose }: ShownProps) {
  const { t, language } = useWords();
  const { data: found } = useAgreementPair({ scope, measure, side, ...pair });
  const nameOf = (id: string) => raters.find((rater) => rater.id === id)?.name ?? '';
  const names = { first: nameOf(pair.first), second: nameOf(pair.second) };
  const title = t('agreement.baTitle', {
    first: names.first,
    second: names.second,
    what: measureName(measure, t, language),
    side: t(`agreement.sideOf.${side}`),
  });
  const select = (seat: 'first' | 'second', label: string) => (
    <Select
      size="xs"
      w={150}
      aria-label={label}
      allowDeselect={false}
      data={raters.map(({ id, name }) => ({ value: id, label: name }))}
      value={pair[seat]}
      onChange={(id) => {
        if (id === null) return;
        const other = seat === 'first' ? 'second' : 'first';
        // Whoever is chosen twice changes places.
        choose(id === pair[other] ? { first: pair.second, second: pair.first } : { ...pair, [seat]: id });
      }}
    />
  );
  return (
    <ChartCard
      title={title}
      how={t('agreement.baHow', names)}
      fileName={chartFileName('', title)}
      table={found === undefined ? { head: [], rows: [] } : tableOf(found)}
      choices={
        <>
          {select('first', t('agreement.first'))}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('agreement.swap')}
            title={t('agreement.swap')}
            onClick={() => choose({ first: pair.second, second: pair.first })}
          >
            <IconArrowsLeftRight size={15} aria-hidden />
          </Button>
          {select('second', t('agreement.second'))}
        </>
      }
      legend={
        found !== undefined &&
        found.lower.limits.lower !== undefined && (
          <ul className={comparisons.legend}>
            <li>
              <svg width="12" height="16" aria-hidden>
                <path d="M6 1V15M3 1H9M3 15H9" stroke="var(--accent)" strokeWidth="1.5" />
              </svg>
              {t('agreement.baBand')}
            </li>
          </ul>
        )
      }
    >
      {found === undefined || found.n === 0 ? (
        <p className={comparisons.nothing}>{found && t('agreement.baNothing')}</p>
      ) : (
        <>
          <p className={styles.sentence}>{said(found)}</p>
          <BlandAltmanDrawing
            key={`${pair.first} ${pair.second} ${measure} ${side}`}
            pair={found}
            names={names}
            sessions={basis.sessions}
            title={title}
          />
        </>
      )}
    </ChartCard>
  );

  function said({ n, bias, within1, exact, noOccasion }: AgreementPair): string {
    if (bias.value === undefined) return '';
    const given = { ...names, count: n, points: decimals(Math.abs(bias.value), language, 1) };
    const parts = [
      Math.abs(bias.value) < 0.05
        ? t('agreement.baSay.same', { count: n })
        : bias.value > 0
          ? t('agreement.baSay.higher', given)
          : t('agreement.baSay.lower', given),
    ];
    const range = pointsRange(bias.limits, t, language);
    if (range !== undefined) parts.push(t('agreement.baSay.interval', { range }));
    if (n > 1 && bias.limits.lower !== undefined && !isClear(bias) && Math.abs(bias.value) >= 0.05) {
      parts.push(t('agreement.baSay.chance'));
    }
    if (within1.value !== undefined && exact.value !== undefined) {
      parts.push(t('agreement.baSay.within', { share: percent(within1.value), exact: percent(exact.value) }));
    }
    if (noOccasion > 0) parts.push(t('agreement.baSay.occasion', { count: noOccasion }));
    return parts.join(' ');
  }

  function tableOf({ points: sessions }: AgreementPair): ChartTable {
    return {
      head: [t('agreement.session'), t('comparisons.differenceHead'), t('agreement.baX')],
      rows: sessions.map(({ sessionId, difference, mean }) => {
        const date = basis.sessions.find(({ id }) => id === sessionId)?.date ?? '';
        return [
          {
            text: date === '' ? '–' : dayShort(date, language),
            value: date,
            href: hashOf({ name: 'results', sessionId }),
          },
          { text: points(difference, language), value: difference },
          { text: decimals(mean, language, 1), value: mean },
        ];
      }),
    };
  }
}
