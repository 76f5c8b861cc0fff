/** The numbers of adherence against quality, as the table shows them. */
import { itemOf, type Language } from '../../db/scale';
import { dayShort, number } from '../format';
import { hashOf } from '../place';
import type { Words } from '../words/words';
import { fieldOf, type ItemPair, type SessionPair } from './against';
import type { Cell, ChartTable } from './chartTable';

export type AgainstFound =
  | { kind: 'items'; pairs: readonly ItemPair[] }
  | { kind: 'sessions'; pairs: readonly SessionPair[] };

export function againstTable(found: AgainstFound, t: Words, language: Language): ChartTable {
  const level = (value: number): Cell => ({ text: number(value, language), value });
  const count = (value: number): Cell => ({ text: String(value), value });
  const both = (pair: ItemPair | SessionPair): Cell[] => [level(pair.adherence), level(pair.quality)];
  const field = (pair: ItemPair | SessionPair): Cell => ({ text: t(`comparisons.field.${fieldOf(pair)}`) });
  const levels = [t('rating.adherence'), t('rating.quality')];
  if (found.kind === 'items') {
    return {
      head: [
        t('rating.item'),
        ...levels,
        t('comparisons.sessionsHead'),
        t('comparisons.oneRaterHead'),
        t('comparisons.fieldHead'),
      ],
      rows: found.pairs.map((pair) => [
        { text: `${pair.item} ${itemOf(pair.item).name[language]}` },
        ...both(pair),
        count(pair.sessions),
        count(pair.oneRater),
        field(pair),
      ]),
    };
  }
  return {
    head: [t('session.date'), ...levels, t('comparisons.ratersHead'), t('comparisons.fieldHead')],
    rows: found.pairs.map((pair) => [
      {
        text: dayShort(pair.session.date, language),
        value: pair.session.date,
        href: hashOf({ name: 'results', sessionId: pair.session.id }),
      },
      ...both(pair),
      count(pair.raters),
      field(pair),
    ]),
  };
}
