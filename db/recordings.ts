import type { Changes } from './changes.ts';
import type { Recording, RecordingFile } from './model.ts';
import type { Db } from './open.ts';

type Row = Omit<Recording, 'picture'> & { picture: number };

type NewRecording = RecordingFile & Pick<Recording, 'sessionId'> & Partial<Pick<Recording, 'keepUntil'>>;

const columns = `id, session_id as sessionId, path, name, size_bytes as sizeBytes,
  duration_ms as durationMs, picture, fingerprint, added_at as addedAt, kept_at as keptAt,
  keep_until as keepUntil, volume, gain_db as gainDb`;

export function recordings(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into recording (id, session_id, path, name, size_bytes, duration_ms, picture, fingerprint, added_at,
       keep_until)
     values (@id, @sessionId, @path, @name, @sizeBytes, @durationMs, @picture, @fingerprint, @addedAt,
       @keepUntil)`,
  );
  const update = db.prepare(
    `update recording set path = @path, name = @name, size_bytes = @sizeBytes, duration_ms = @durationMs,
       picture = @picture, fingerprint = @fingerprint, kept_at = @keptAt where id = @id`,
  );
  const updateSound = db.prepare(`update recording set volume = @volume, gain_db = @gainDb where id = @id`);
  const select = db.prepare<[string], Row>(`select ${columns} from recording where id = ?`);
  const selectBySession = db.prepare<[string], Row>(`select ${columns} from recording where session_id = ?`);
  const selectByFingerprint = db.prepare<[string], Row>(
    `select ${columns} from recording where fingerprint = ? order by added_at limit 1`,
  );

  const selectLength = db
    .prepare<[string], number | null>(
      `select coalesce(recording.duration_ms, session.recorded_ms) from session
       left join recording on recording.session_id = session.id where session.id = ?`,
    )
    .pluck();

  const selectByPath = db.prepare<[string], number>(`select 1 from recording where path = ? limit 1`).pluck();

  const selectLinkedTo = db
    .prepare<[{ path: string; fingerprint: string }], string>(
      `select path from recording where (path = @path or fingerprint = @fingerprint) and kept_at is null`,
    )
    .pluck();

  const found = (row: Row | undefined): Recording | undefined =>
    row === undefined ? undefined : { ...row, picture: row.picture === 1 };
  const bound = (recording: Recording): Row => ({ ...recording, picture: recording.picture ? 1 : 0 });

  function change(id: string, some: Partial<Recording>): boolean {
    const before = found(select.get(id));
    if (before === undefined) return false;
    const after = { ...before, ...some };
    update.run(bound(after));
    log.append({ noun: 'recording', nounId: id, before, after });
    return true;
  }

  return {
    add: db.transaction((fields: NewRecording): Recording => {
      const recording = {
        id: newId(),
        ...fields,
        addedAt: now().toISOString(),
        keptAt: null,
        keepUntil: fields.keepUntil ?? null,
        volume: 100,
        gainDb: 0,
      };
      insert.run(bound(recording));
      log.append({ noun: 'recording', nounId: recording.id, after: recording });
      return recording;
    }),

    /** Links a recording to another file, where that lies; false when there is no such recording. */
    relink: db.transaction((id: string, file: RecordingFile): boolean =>
      change(id, { ...file, keptAt: null }),
    ),

    /**
     * Says that the library has the recording now, with these facts where they are new; false when there is no such
     * recording. Its path goes on telling where the original lay.
     */
    keep: db.transaction((id: string, file: Partial<RecordingFile> = {}): boolean =>
      change(id, { ...file, keptAt: now().toISOString() }),
    ),

    /** Remembers how loud a recording is played. Not a judgement, so not in the log. */
    keepSound: (sound: Pick<Recording, 'id' | 'volume' | 'gainDb'>): void => void updateSound.run(sound),

    find: (id: string): Recording | undefined => found(select.get(id)),
    ofSession: (sessionId: string): Recording | undefined => found(selectBySession.get(sessionId)),
    /** How long the recording of a session is, or was before it was deleted; null when that is unknown. */
    lengthOf: (sessionId: string): number | null => selectLength.get(sessionId) ?? null,
    /** Whether a recording lies at this place. */
    isLinked: (path: string): boolean => selectByPath.get(path) !== undefined,
    /** Where recordings lie that are linked, and are at this place or have this content. */
    linkedTo: (file: Pick<Recording, 'path' | 'fingerprint'>): string[] => selectLinkedTo.all(file),
    withFingerprint: (fingerprint: string): Recording | undefined =>
      found(selectByFingerprint.get(fingerprint)),
  };
}
