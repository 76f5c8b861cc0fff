/** Which sessions and raters are compared, as the address keeps it: pure. What it cannot read it leaves out. */
import type { AgreementScope } from '../../preload/api';

export const everything: AgreementScope = {
  from: null,
  to: null,
  groupId: null,
  programmeId: null,
  sessionIds: null,
  raterIds: null,
  edition: null,
};

const days = /^\d{4}-\d{2}-\d{2}$/;
const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 'from=2026-01-01&raters=ID.ID'; empty where everything is compared. */
export function scopeQuery(scope: AgreementScope): string {
  const { from, to, groupId, programmeId, sessionIds, raterIds, edition } = scope;
  const given = {
    from,
    to,
    group: groupId,
    programme: programmeId,
    raters: raterIds?.join('.') ?? null,
    sessions: sessionIds?.join('.') ?? null,
    edition,
  };
  return new URLSearchParams(
    Object.entries(given).filter((one): one is [string, string] => one[1] !== null),
  ).toString();
}

export function scopeOf(query: string): AgreementScope | undefined {
  if (query === '') return undefined;
  const asked = new URLSearchParams(query);
  const matching = (name: string, form: RegExp) => {
    const value = asked.get(name);
    return value !== null && form.test(value) ? value : null;
  };
  const list = (name: string) =>
    asked
      .get(name)
      ?.split('.')
      .filter((part) => ids.test(part)) ?? null;
  return {
    from: matching('from', days),
    to: matching('to', days),
    groupId: matching('group', ids),
    programmeId: matching('programme', ids),
    sessionIds: list('sessions'),
    raterIds: list('raters'),
    edition: asked.get('edition') || null,
  };
}

/** The edition is no choice: some edition is always compared. */
export const isNarrowed = (scope: AgreementScope): boolean =>
  [scope.from, scope.to, scope.groupId, scope.programmeId, scope.sessionIds, scope.raterIds].some(
    (one) => one !== null,
  );
