/** The numbers of agreement as the tables of its charts keep them. */
import type { Language } from '../../db/scale';
import type { AgreementRow, AgreementSeverity } from '../../preload/api';
import type { Cell, ChartTable } from '../charts/chartTable';
import type { Words } from '../words/words';
import { bandText, decimals, iccOf, measureName, percent, points, type Unit } from './figures';
import { neededOf } from './needed';
import { type NameOf, sentencesOf } from './sentences';

const none: Cell = { text: '–' };
const number = (value: number | undefined, language: Language, count = 2): Cell =>
  value === undefined ? none : { text: decimals(value, language, count), value };
const share = (value: number | undefined, t: Words): Cell =>
  value === undefined ? none : { text: t('agreement.percent', { share: percent(value) }), value };

export function scoreTable(
  rows: readonly AgreementRow[],
  unit: Unit,
  nameOf: NameOf,
  t: Words,
  language: Language,
): ChartTable {
  return {
    head: [
      t('agreement.head.measure'),
      t('agreement.csv.side'),
      t('agreement.csv.form'),
      t('agreement.csv.value'),
      t('agreement.csv.low'),
      t('agreement.csv.high'),
      t('agreement.csv.band'),
      t('agreement.csv.within1'),
      t('agreement.csv.within1Low'),
      t('agreement.csv.within1High'),
      t('agreement.csv.pairs'),
      t('agreement.csv.bias'),
      t('agreement.csv.biasOf'),
      t('agreement.head.ac2'),
      t('agreement.head.sd'),
      t('agreement.csv.n'),
      t('agreement.csv.k'),
      t('agreement.csv.perSession'),
      t('agreement.csv.different'),
      t('agreement.csv.words'),
    ],
    rows: rows.map((row) => {
      const icc = iccOf(row, unit);
      const { within1, bias } = row;
      return [
        { text: measureName(row.measure, t, language) },
        { text: t(`rating.${row.side}`) },
        { text: icc.mcGrawWong },
        number(icc.value, language),
        number(icc.limits.lower, language),
        number(icc.limits.upper, language),
        { text: bandText(icc, t) ?? '–' },
        share(within1.value, t),
        share(within1.limits.lower, t),
        share(within1.limits.upper, t),
        { text: String(within1.of), value: within1.of },
        bias?.difference.value === undefined
          ? none
          : { text: points(bias.difference.value, language, 2), value: bias.difference.value },
        { text: bias === undefined ? '–' : nameOf(bias.raterId) },
        number(row.ac2.value, language),
        number(row.sd.value, language),
        { text: String(row.n), value: row.n },
        { text: String(row.k), value: row.k },
        number(row.ratersPerSession, language, 1),
        { text: String(row.occasion.different), value: row.occasion.different },
        { text: wordsOf(row, unit, nameOf, t, language) },
      ];
    }),
  };
}

function wordsOf(...about: Parameters<typeof sentencesOf>): string {
  const { caution, text } = sentencesOf(...about);
  return caution === undefined ? text : `${caution} ${text}`;
}

export function occasionTable(rows: readonly AgreementRow[], t: Words, language: Language): ChartTable {
  const parts = ['bothRated', 'bothNoOccasion', 'different'] as const;
  return {
    head: [t('agreement.head.measure'), ...parts.map((part) => t(`agreement.occasionPart.${part}`))],
    rows: rows.map((row) => [
      { text: measureName(row.measure, t, language) },
      ...parts.map((part) => ({ text: String(row.occasion[part]), value: row.occasion[part] })),
    ]),
  };
}

/** How many raters are shown each, of a curve that goes on in between. */
const shownCounts = [1, 2, 3, 4, 5, 8, 10];

export function neededTable(
  rows: readonly AgreementRow[],
  kind: 'absolute' | 'relative',
  target: number,
  t: Words,
  language: Language,
): ChartTable {
  return {
    head: [
      t('agreement.head.measure'),
      t('agreement.neededListTitle', { target: decimals(target, language) }),
      t('agreement.neededSafe'),
      ...shownCounts.map((count) => t('agreement.neededWith', { count })),
      t('agreement.csv.n'),
      t('agreement.csv.k'),
    ],
    rows: rows.map((row) => {
      const { needed, safe } = neededOf(row, kind, target);
      return [
        { text: measureName(row.measure, t, language) },
        countCell(needed, row, t),
        countCell(safe, row, t),
        ...shownCounts.map((count) =>
          number(row.steps.find(({ raters }) => raters === count)?.[kind].value, language),
        ),
        { text: String(row.n), value: row.n },
        { text: String(row.k), value: row.k },
      ];
    }),
  };
}

const countCell = (count: number | undefined, { steps }: AgreementRow, t: Words): Cell => {
  if (count !== undefined) return { text: String(count), value: count };
  return steps.length === 0 ? none : { text: t('agreement.moreThan', { count: steps.length }) };
};

export function differenceTable(
  head: string,
  rows: readonly { name: string; severity: AgreementSeverity | undefined }[],
  t: Words,
  language: Language,
): ChartTable {
  const difference = (value: number | undefined): Cell =>
    value === undefined ? none : { text: points(value, language, 2), value };
  return {
    head: [
      head,
      t('comparisons.differenceHead'),
      t('comparisons.lowHead'),
      t('comparisons.highHead'),
      t('agreement.csv.n'),
    ],
    rows: rows.map(({ name, severity }) => [
      { text: name },
      difference(severity?.difference.value),
      difference(severity?.difference.limits.lower),
      difference(severity?.difference.limits.upper),
      { text: String(severity?.n ?? 0), value: severity?.n ?? 0 },
    ]),
  };
}
