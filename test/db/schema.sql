CREATE TABLE anchor (
 language text not null references text_pack (language) on delete cascade,
 item integer not null check (item between 1 and 19),
 level integer not null check (level between 1 and 7),
 text text not null check (length(trim(text)) between 1 and 5000),
 primary key (language, item, level)
) strict, without rowid;

CREATE TABLE assignment (
 id text primary key,
 enrolment_id text not null references enrolment (id) on delete cascade,
 session_id text not null references session (id) on delete cascade,
 kind text not null check (kind in ('practice', 'test', 'check', 'double')),
 attempt integer check (attempt between 1 and 9),
 position integer not null check (position >= 1),
 standard_id text references rating (id) on delete set null,
 assigned_at text not null,
 unique (enrolment_id, session_id),
 check ((kind = 'test') = (attempt is not null))
) strict;

CREATE INDEX assignment_by_session on assignment (session_id);

CREATE INDEX assignment_by_standard on assignment (standard_id) where standard_id is not null;

CREATE TABLE certificate (
 id text primary key,
 enrolment_id text not null references enrolment (id) on delete cascade,
 attempt integer not null check (attempt between 1 and 9),
 issued_at text not null,
 valid_until text not null
 check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(valid_until) = 10),
 
 facts text not null check (length(facts) between 2 and 100000),
 signature blob not null check (length(signature) = 64),
 unique (enrolment_id, attempt)
) strict;

CREATE TRIGGER change_is_append_only_delete before delete on change
begin select raise(abort, 'change is append-only'); end;

CREATE TRIGGER change_is_append_only_insert before insert on change
when exists (select 1 from change where id = new.id)
begin select raise(abort, 'change is append-only'); end;

CREATE TRIGGER change_is_append_only_update before update on change
when not (
 old.erased_by is null and new.erased_by is not null
 and new.id = old.id and new.at = old.at and new.rater_id is old.rater_id and new.rating_id is old.rating_id
 and new.noun = old.noun and new.noun_id = old.noun_id and new.action = old.action
 and new.digest = old.digest and new.erases is old.erases and new.hash = old.hash
)
begin select raise(abort, 'change is append-only'); end;

CREATE TRIGGER change_moves_head after insert on change
begin update change_head set change_id = new.id, changes = changes + 1, hash = new.hash where one = 1; end;

CREATE TABLE "change" (
 id integer primary key,
 at text not null,
 rater_id text,
 rating_id text,
 
 noun text not null check (length(noun) between 1 and 40),
 noun_id text not null,
 action text not null check (action in ('do', 'undo', 'redo')),
 before text,
 after text,
 
 salt blob check (length(salt) = 16),
 digest blob not null check (length(digest) = 32),
 
 erases blob check (length(erases) = 32),
 hash blob not null check (length(hash) = 32),
 
 erased_by integer check (erased_by > id),
 check (erases is null or erased_by is null),
 check ((salt is null) = (erased_by is not null)),
 check (case when erased_by is null then before is not null or after is not null
 else before is null and after is null end)
) strict;

CREATE INDEX change_by_noun on change (noun, noun_id) where rating_id is null;

CREATE INDEX change_by_rating on change (rating_id, id);

CREATE TABLE change_head (
 one integer primary key check (one = 1),
 change_id integer not null,
 changes integer not null,
 hash blob not null check (length(hash) = 32)
) strict;

CREATE TABLE consensus_member (
 rating_id text not null references rating (id) on delete cascade,
 rater_id text not null references rater (id) on delete cascade,
 primary key (rating_id, rater_id)
) strict, without rowid;

CREATE INDEX consensus_member_by_rater on consensus_member (rater_id);

CREATE TABLE consensus_source (
 rating_id text not null references rating (id) on delete cascade,
 source_id text not null references rating (id) on delete cascade,
 primary key (rating_id, source_id),
 check (rating_id <> source_id)
) strict, without rowid;

CREATE INDEX consensus_source_by_source on consensus_source (source_id);

CREATE TABLE cue (
 session_id text not null references transcript (session_id) on delete cascade,
 position integer not null check (position >= 0),
 start_ms integer not null check (start_ms >= 0),
 end_ms integer not null check (end_ms > start_ms),
 speaker text not null check (length(speaker) <= 200),
 text text not null check (length(text) <= 20000),
 primary key (session_id, position)
) strict, without rowid;

CREATE TABLE edition (
 id text primary key,
 name text not null check (length(trim(name)) between 1 and 200),
 added_at text not null,
 in_use integer not null check (in_use in (0, 1))
) strict;

CREATE UNIQUE INDEX edition_in_use on edition (in_use) where in_use = 1;

CREATE TABLE edition_item (
 edition_id text not null references edition (id) on delete cascade,
 item integer not null check (item between 1 and 19),
 takes_adherence integer not null check (takes_adherence in (0, 1)),
 may_be_no_occasion integer not null check (may_be_no_occasion in (0, 1)),
 primary key (edition_id, item)
) strict, without rowid;

CREATE TABLE enrolment (
 id text primary key,
 programme_id text not null references programme (id) on delete cascade,
 rater_id text not null references rater (id) on delete cascade,
 enrolled_at text not null,
 ended_at text,
 unique (programme_id, rater_id)
) strict;

CREATE INDEX enrolment_by_rater on enrolment (rater_id);

CREATE TABLE event (
 id text primary key,
 date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(date) = 10),
 name text not null check (length(trim(name)) between 1 and 200),
 therapist_id text references therapist (id),
 group_id text references "group" (id),
 check (therapist_id is null or group_id is null)
) strict;

CREATE INDEX event_by_date on event (date, id);

CREATE INDEX event_by_group on event (group_id) where group_id is not null;

CREATE INDEX event_by_therapist on event (therapist_id) where therapist_id is not null;

CREATE TABLE feedback (
 rater_id text not null references rater (id),
 session_id text references session (id) on delete cascade,
 therapist_id text references therapist (id),
 text text not null check (length(trim(text)) between 1 and 20000),
 check ((session_id is null) <> (therapist_id is null)),
 unique (session_id, rater_id),
 unique (therapist_id, rater_id)
) strict;

CREATE INDEX feedback_by_rater on feedback (rater_id);

CREATE TABLE gap (
 rating_id text not null references rating (id) on delete cascade,
 item integer not null check (item between 0 and 19),
 reason text not null check (length(trim(reason)) between 1 and 2000),
 primary key (rating_id, item)
) strict, without rowid;

CREATE TABLE "group" (
 id text primary key,
 name text not null check (length(trim(name)) between 1 and 200),
 format text not null check (format in ('slowOpen', 'closed', 'shortTerm')),
 usual_minutes integer not null check (usual_minutes between 1 and 600)
) strict;

CREATE TABLE leaving (name text primary key) strict;

CREATE TABLE mark (
 id text primary key,
 rating_id text not null references rating (id) on delete cascade,
 item integer not null check (item between 1 and 19),
 kind text not null check (kind in ('intervention', 'missed')),
 at_ms integer not null check (at_ms >= 0),
 end_ms integer check (end_ms > at_ms),
 therapist text not null check (therapist in ('first', 'second', 'both')),
 aspect text check (aspect in ('ownInitiative', 'followUp', 'organising', 'deepening', 'closing')),
 quality integer check (quality between 1 and 7),
 note text not null check (length(note) <= 20000),
 check (aspect is null or item = 3)
) strict;

CREATE INDEX mark_by_rating on mark (rating_id, at_ms, id);

CREATE TABLE overall (
 rating_id text primary key references rating (id) on delete cascade,
 adherence integer check (adherence between 1 and 7),
 quality integer check (quality between 1 and 7),
 note text not null check (length(note) <= 20000)
) strict, without rowid;

CREATE TABLE phase (
 id text primary key,
 session_id text not null references session (id) on delete cascade,
 name text not null check (length(trim(name)) between 1 and 200),
 start_ms integer not null check (start_ms >= 0),
 end_ms integer not null check (end_ms > start_ms)
) strict;

CREATE INDEX phase_by_session on phase (session_id, start_ms);

CREATE TABLE phase_name (
 position integer primary key check (position between 1 and 50),
 name text not null unique check (length(trim(name)) between 1 and 200)
) strict;

CREATE TABLE played (
 id integer primary key,
 rating_id text not null references rating (id) on delete cascade,
 from_ms integer not null check (from_ms >= 0),
 to_ms integer not null check (to_ms > from_ms),
 rate real not null check (rate between 0.1 and 16)
) strict;

CREATE INDEX played_by_rating on played (rating_id, id);

CREATE TABLE programme (
 id text primary key,
 name text not null check (length(trim(name)) between 1 and 200),
 edition_id text not null references edition (id),
 dimension text not null check (dimension in ('quality', 'adherence', 'both')),
 attempts integer not null check (attempts between 1 and 9),
 valid_months integer not null check (valid_months between 1 and 120),
 
 target real not null check (target between 0.5 and 0.95),
 
 double_percent integer not null check (double_percent between 0 and 100),
 within1_percent integer check (within1_percent between 1 and 100),
 within1_sessions integer check (within1_sessions between 1 and 50),
 bias_most real check (bias_most between 0 and 6),
 icc_least real check (icc_least between 0 and 1),
 overall_within1 integer not null check (overall_within1 in (0, 1)),
 fewest_sessions integer not null check (fewest_sessions between 1 and 50),
 made_at text not null,
 check ((within1_percent is null) = (within1_sessions is null))
) strict;

CREATE INDEX programme_by_edition on programme (edition_id);

CREATE TABLE programme_session (
 programme_id text not null references programme (id) on delete cascade,
 session_id text not null references session (id) on delete cascade,
 part text not null check (part in ('practice', 'test', 'check')),
 test_set integer check (test_set between 1 and 9),
 standard_id text references rating (id) on delete set null,
 standard_at text,
 primary key (programme_id, session_id),
 check ((part = 'test') = (test_set is not null))
) strict, without rowid;

CREATE INDEX programme_session_by_session on programme_session (session_id);

CREATE INDEX programme_session_by_standard on programme_session (standard_id) where standard_id is not null;

CREATE TABLE rater (
 id text primary key,
 name text not null check (length(trim(name)) between 1 and 200),
 kind text not null check (kind in ('supervisor', 'self', 'trainee', 'expert')),
 therapist_id text unique references therapist (id),
 check ((kind = 'self') = (therapist_id is not null))
) strict;

CREATE TABLE "rating" (
 id text primary key,
 session_id text not null references session (id) on delete cascade,
 rater_id text not null references rater (id),
 purpose text not null
 check (purpose in ('supervision', 'selfRating', 'training', 'certification', 'research', 'consensus')),
 scale_edition text not null references edition (id),
 started_at text not null,
 position_ms integer not null default 0 check (position_ms >= 0),
 version integer not null default 1 check (version >= 1),
 
 amend_reason text check (length(trim(amend_reason)) between 1 and 2000),
 
 submitted_at text,
 
 saw_others_at text,
 unique (session_id, rater_id, purpose, version),
 check ((version = 1) = (amend_reason is null))
) strict;

CREATE INDEX rating_by_edition on rating (scale_edition);

CREATE INDEX rating_by_rater on rating (rater_id, session_id);

CREATE INDEX rating_unsubmitted on rating (rater_id, session_id) where submitted_at is null;

CREATE TABLE recording (
 id text primary key,
 session_id text not null unique references session (id) on delete cascade,
 path text not null check (length(path) > 0),
 name text not null check (length(name) > 0),
 size_bytes integer not null check (size_bytes > 0),
 duration_ms integer check (duration_ms > 0),
 picture integer not null check (picture in (0, 1)),
 fingerprint text not null check (length(fingerprint) = 64),
 added_at text not null
, volume integer not null default 100 check (volume between 0 and 100), gain_db integer not null default 0 check (gain_db between 0 and 12), kept_at text, keep_until text
 check (keep_until glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(keep_until) = 10)) strict;

CREATE INDEX recording_by_fingerprint on recording (fingerprint);

CREATE INDEX recording_by_keep_until on recording (keep_until) where keep_until is not null;

CREATE INDEX recording_by_path on recording (path);

CREATE TABLE score (
 rating_id text not null references rating (id) on delete cascade,
 item integer not null check (item between 1 and 19),
 adherence integer check (adherence between 1 and 7),
 quality integer check (quality between 1 and 7),
 no_occasion integer not null check (no_occasion in (0, 1)),
 note text not null check (length(note) <= 20000),
 primary key (rating_id, item),
 check (no_occasion = 0 or (adherence is null and quality is null))
) strict, without rowid;

CREATE TABLE session (
 id text primary key,
 group_id text references "group" (id),
 date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(date) = 10),
 number integer check (number between 1 and 9999),
 patients_present integer check (patients_present between 0 and 99)
, recorded_ms integer check (recorded_ms > 0)) strict;

CREATE INDEX session_by_date on session (date, id);

CREATE INDEX session_by_group on session (group_id, date);

CREATE TABLE session_therapist (
 session_id text not null references session (id) on delete cascade,
 position text not null check (position in ('first', 'second')),
 therapist_id text not null references therapist (id),
 primary key (session_id, position),
 unique (session_id, therapist_id)
) strict, without rowid;

CREATE INDEX session_therapist_by_therapist on session_therapist (therapist_id, session_id);

CREATE TABLE signing_key (
 one integer primary key check (one = 1),
 seed blob not null check (length(seed) = 32)
) strict;

CREATE TABLE text_pack (
 language text primary key check (language in ('nb', 'en')),
 name text not null check (length(trim(name)) between 1 and 200),
 added_at text not null
) strict;

CREATE TABLE therapist (
 id text primary key,
 code text not null unique check (length(trim(code)) between 1 and 40),
 name text not null check (length(name) <= 200)
) strict;

CREATE TABLE transcript (
 session_id text primary key references session (id) on delete cascade,
 name text not null,
 added_at text not null
) strict;

CREATE TABLE waveform (
 recording_id text primary key references recording (id) on delete cascade,
 
 fingerprint text not null check (length(fingerprint) = 64),
 step_ms integer not null check (step_ms between 1 and 1000),
 peaks blob not null
) strict;
