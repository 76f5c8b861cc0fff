-- The record: one table per noun of the design. Times in a recording are integer milliseconds,
-- wall times ISO-8601 UTC text, ids UUIDs.

create table "group" (
  id text primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  format text not null check (format in ('slowOpen', 'closed', 'shortTerm')),
  usual_minutes integer not null check (usual_minutes between 1 and 600)
) strict;

create table therapist (
  id text primary key,
  code text not null unique check (length(trim(code)) between 1 and 40),
  name text not null check (length(name) <= 200)
) strict;

create table session (
  id text primary key,
  group_id text references "group" (id),
  date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(date) = 10),
  number integer check (number between 1 and 9999),
  patients_present integer check (patients_present between 0 and 99)
) strict;
create index session_by_date on session (date, id);
create index session_by_group on session (group_id, date);

create table session_therapist (
  session_id text not null references session (id) on delete cascade,
  position text not null check (position in ('first', 'second')),
  therapist_id text not null references therapist (id),
  primary key (session_id, position),
  unique (session_id, therapist_id)
) strict, without rowid;
create index session_therapist_by_therapist on session_therapist (therapist_id, session_id);

create table phase (
  id text primary key,
  session_id text not null references session (id) on delete cascade,
  name text not null check (length(trim(name)) between 1 and 200),
  start_ms integer not null check (start_ms >= 0),
  end_ms integer not null check (end_ms > start_ms)
) strict;
create index phase_by_session on phase (session_id, start_ms);

create table recording (
  id text primary key,
  session_id text not null unique references session (id) on delete cascade,
  path text not null check (length(path) > 0),
  name text not null check (length(name) > 0),
  size_bytes integer not null check (size_bytes > 0),
  duration_ms integer check (duration_ms > 0),
  picture integer not null check (picture in (0, 1)),
  fingerprint text not null check (length(fingerprint) = 64),
  added_at text not null
) strict;
create index recording_by_fingerprint on recording (fingerprint);

create table rater (
  id text primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  kind text not null check (kind in ('supervisor', 'self', 'trainee', 'expert')),
  therapist_id text unique references therapist (id),
  check ((kind = 'self') = (therapist_id is not null))
) strict;

create table rating (
  id text primary key,
  session_id text not null references session (id) on delete cascade,
  rater_id text not null references rater (id),
  purpose text not null
    check (purpose in ('supervision', 'selfRating', 'training', 'certification', 'research', 'consensus')),
  scale_edition text not null,
  started_at text not null,
  position_ms integer not null default 0 check (position_ms >= 0),
  unique (session_id, rater_id, purpose)
) strict;
create index rating_by_rater on rating (rater_id);

create table mark (
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
create index mark_by_rating on mark (rating_id, at_ms, id);

create table score (
  rating_id text not null references rating (id) on delete cascade,
  item integer not null check (item between 1 and 19),
  adherence integer check (adherence between 1 and 7),
  quality integer check (quality between 1 and 7),
  no_occasion integer not null check (no_occasion in (0, 1)),
  note text not null check (length(note) <= 20000),
  primary key (rating_id, item),
  check (no_occasion = 0 or (adherence is null and quality is null))
) strict, without rowid;

create table overall (
  rating_id text primary key references rating (id) on delete cascade,
  adherence integer check (adherence between 1 and 7),
  quality integer check (quality between 1 and 7),
  note text not null check (length(note) <= 20000)
) strict, without rowid;

-- Who changed what, when, from what to what. Undo and redo are read from this log as well.
create table change (
  id integer primary key,
  at text not null,
  rater_id text,
  rating_id text,
  noun text not null check (noun in
    ('group', 'therapist', 'session', 'phase', 'recording', 'rater', 'rating', 'mark', 'score', 'overall')),
  noun_id text not null,
  action text not null check (action in ('do', 'undo', 'redo')),
  before text,
  after text,
  check (before is not null or after is not null)
) strict;
create index change_by_rating on change (rating_id, id);

-- `insert or replace` would delete without asking the trigger below.
create trigger change_is_append_only_insert before insert on change
when exists (select 1 from change where id = new.id)
begin select raise(abort, 'change is append-only'); end;
create trigger change_is_append_only_update before update on change
begin select raise(abort, 'change is append-only'); end;
create trigger change_is_append_only_delete before delete on change
begin select raise(abort, 'change is append-only'); end;
