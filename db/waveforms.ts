import type { Waveform } from './model.ts';
import type { Db } from './open.ts';

/** Drawn from the recordings, and so no part of the log. */
export function waveforms(db: Db) {
  const select = db.prepare<{ recordingId: string }, Waveform>(
    `select recording_id as recordingId, step_ms as stepMs, peaks from waveform
     where recording_id = @recordingId
       and fingerprint = (select fingerprint from recording where id = @recordingId)`,
  );
  const upsert = db.prepare<Waveform>(
    `insert into waveform (recording_id, fingerprint, step_ms, peaks)
     select id, fingerprint, @stepMs, @peaks from recording where id = @recordingId
     on conflict (recording_id) do update
       set fingerprint = excluded.fingerprint, step_ms = excluded.step_ms, peaks = excluded.peaks`,
  );

  return {
    /** Undefined when there is none of the recording's present content. */
    find(recordingId: string): Waveform | undefined {
      const row = select.get({ recordingId });
      return row === undefined ? undefined : { ...row, peaks: new Uint8Array(row.peaks) };
    },

    /** Ties the waveform to the content that the recording has now; false when there is no such recording. */
    keep: (waveform: Waveform): boolean => upsert.run(waveform).changes > 0,
  };
}
