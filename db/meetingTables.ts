/** What a consensus was agreed from, and who sat at the table: ids only. */
import type { Db } from './open.ts';

/** The two versions of a rating. */
type Versions = { from: string; to: string };
export type MeetingTables = ReturnType<typeof meetingTables>;

export function meetingTables(db: Db) {
  const insertSource = db.prepare(
    `insert into consensus_source (rating_id, source_id) values (@ratingId, @sourceId)`,
  );
  const selectSources = db
    .prepare<[string], string>(`select source_id from consensus_source where rating_id = ?`)
    .pluck();
  const insertMember = db.prepare(
    `insert into consensus_member (rating_id, rater_id) values (@ratingId, @raterId)`,
  );
  const clearMembers = db.prepare(`delete from consensus_member where rating_id = ?`);
  const selectMembers = db
    .prepare<[string], string>(`select rater_id from consensus_member where rating_id = ?`)
    .pluck();

  function putSources(ratingId: string, sourceIds: readonly string[]): void {
    for (const sourceId of sourceIds) insertSource.run({ ratingId, sourceId });
  }

  function putMembers(ratingId: string, memberIds: readonly string[]): void {
    clearMembers.run(ratingId);
    for (const raterId of memberIds) insertMember.run({ ratingId, raterId });
  }

  return {
    sources: (ratingId: string): string[] => selectSources.all(ratingId),
    members: (ratingId: string): string[] => selectMembers.all(ratingId),
    putSources,
    putMembers,
    /** Gives a new version what the one before it was agreed from, and by whom. */
    copy({ from, to }: Versions): void {
      putSources(to, selectSources.all(from));
      putMembers(to, selectMembers.all(from));
    },
  };
}
