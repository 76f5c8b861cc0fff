/** Filters as the address keeps them: pure. What it cannot read it leaves out. */
import type { Purpose } from '../../db/model';
import type { Filters } from './filter';

const days = /^\d{4}-\d{2}-\d{2}$/;
const ids = /^[0-9a-f-]{36}$/;
const purposes: readonly Purpose[] = ['supervision', 'research', 'consensus', 'selfRating'];

/** 'from=2026-01-01&purpose=supervision'; empty without filters. */
export function queryOf(filters: Filters): string {
  const given = Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined);
  return new URLSearchParams(given).toString();
}

export function filtersOf(query: string): Filters {
  const asked = new URLSearchParams(query);
  const matching = (name: string, form: RegExp) => {
    const value = asked.get(name);
    return value !== null && form.test(value) ? value : undefined;
  };
  const edition = asked.get('edition') ?? undefined;
  return {
    from: matching('from', days),
    to: matching('to', days),
    purpose: purposes.find((one) => one === asked.get('purpose')),
    raterId: matching('raterId', ids),
    groupId: matching('groupId', ids),
    edition: edition === '' ? undefined : edition,
  };
}
