/** Which ratings are compared, and what is left out: pure. */
import type { Compared, ComparedRating, ComparedSession } from '../db/agreement.ts';
import type { Rater } from '../db/model.ts';
import type { AgreementBasis, AgreementScope } from '../preload/api.ts';
import { independentRatings } from './agreement/index.ts';

export type Choice = {
  basis: AgreementBasis;
  /** In order of time; each has two of the ratings or more. */
  sessions: ComparedSession[];
  /** Those that are compared, in order of name. */
  raterIds: string[];
  /** One for each session and rater, all of one edition, each made without having seen others'. */
  ratings: ComparedRating[];
};

type Known = {
  raters: readonly Pick<Rater, 'id' | 'name' | 'kind'>[];
  editions: readonly { id: string; name: string }[];
  /** The sessions of the programme that is asked for; undefined when none is. */
  programme: ReadonlySet<string> | undefined;
};

export function chosenRatings(found: Compared, scope: AgreementScope, known: Known): Choice {
  const { from, to, groupId, sessionIds, raterIds } = scope;
  const within = ({ id, date, groupId: group }: ComparedSession) =>
    (from === null || date >= from) &&
    (to === null || date <= to) &&
    (groupId === null || group === groupId) &&
    (known.programme === undefined || known.programme.has(id));
  const candidates = found.sessions.filter(within);
  const inPeriod = new Set(candidates.map(({ id }) => id));
  const asked = sessionIds === null ? undefined : new Set(sessionIds);
  const isAsked = (id: string) => asked === undefined || asked.has(id);
  const all = found.ratings.filter(({ sessionId }) => inPeriod.has(sessionId));

  const editions = editionsOf(all, known.editions);
  const edition = editions.find(({ id }) => id === scope.edition) ?? editions[0];
  const ofEdition = all.filter(({ scaleEdition }) => scaleEdition === edition?.id);
  const alone = independentRatings(ofEdition).used;
  const raters = known.raters
    .map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      sessions: alone.filter(({ raterId }) => raterId === id).length,
    }))
    .filter(({ sessions }) => sessions > 0)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const wanted = new Set(raterIds ?? raters.filter(({ kind }) => kind !== 'self').map(({ id }) => id));
  const isWanted = ({ raterId }: ComparedRating) => wanted.has(raterId);
  const others = new Set(known.raters.filter(({ kind }) => kind === 'self').map(({ id }) => id));
  /** Whose ratings are missed when they are left out. */
  const counts = ({ raterId }: ComparedRating) =>
    raterIds === null ? !others.has(raterId) : wanted.has(raterId);

  const bySession = Map.groupBy(alone.filter(isWanted), ({ sessionId }) => sessionId);
  const hasTwo = ({ id }: ComparedSession) => (bySession.get(id)?.length ?? 0) > 1;
  const double = candidates.filter(hasTwo);
  const sessions = double.filter(({ id }) => isAsked(id));
  const ratings = sessions.flatMap(({ id }) => bySession.get(id) ?? []);
  const compared = new Set(ratings.map(({ raterId }) => raterId));
  const usedRaterIds = raters.filter(({ id }) => compared.has(id)).map(({ id }) => id);

  const looked = ofEdition.filter((one) => isAsked(one.sessionId) && counts(one));
  const { leftOut } = independentRatings(looked);
  const last = lastVersions(looked);
  const otherEdition = all.filter(
    (one) => isAsked(one.sessionId) && counts(one) && one.scaleEdition !== edition?.id && isSubmitted(one),
  );
  return {
    basis: {
      sessions: double.map((session) => ({
        ...session,
        raterIds: (bySession.get(session.id) ?? []).map(({ raterId }) => raterId),
      })),
      compared: { sessions: sessions.length, raterIds: usedRaterIds, ratings: ratings.length },
      raters,
      edition: edition && { id: edition.id, name: edition.name },
      editions,
      groupIds: [...new Set(found.sessions.map((session) => session.groupId))].filter((id) => id !== null),
      leftOut: {
        ...leftOut,
        otherEditions: Map.groupBy(otherEdition, cellOf).size,
        earlierVersion: ratings.filter((used) => (last.get(ratingOf(used)) ?? 0) > used.version).length,
        withheldSessions: found.withheld.filter((session) => within(session) && isAsked(session.id)).length,
        oneRating: candidates.filter(({ id }) => isAsked(id) && bySession.get(id)?.length === 1).length,
      },
    },
    sessions,
    raterIds: usedRaterIds,
    ratings,
  };
}

const isSubmitted = ({ submittedAt }: ComparedRating): boolean => submittedAt !== null;
const cellOf = ({ sessionId, raterId }: ComparedRating): string => `${sessionId} ${raterId}`;

/** The last version that was submitted of each rating, also in sight of others'. */
function lastVersions(ratings: readonly ComparedRating[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const one of ratings.filter(isSubmitted)) {
    last.set(ratingOf(one), Math.max(one.version, last.get(ratingOf(one)) ?? 0));
  }
  return last;
}

const ratingOf = (one: ComparedRating): string => `${cellOf(one)} ${one.purpose}`;

function editionsOf(
  ratings: readonly ComparedRating[],
  known: Known['editions'],
): { id: string; name: string; ratings: number }[] {
  return [...Map.groupBy(ratings, ({ scaleEdition }) => scaleEdition)]
    .map(([id, own]) => ({
      id,
      name: known.find((edition) => edition.id === id)?.name ?? id,
      ratings: own.length,
    }))
    .sort((a, b) => b.ratings - a.ratings || (a.id < b.id ? -1 : 1));
}
