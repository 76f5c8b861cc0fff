-- What the rating desk needs: submitted and amended ratings, what was really played, scale editions and
-- text packs, transcripts, waveforms, the sound of a recording.
-- The table of ratings is made anew: open.ts runs migrations with foreign keys off and checks them after.

create table edition (
  id text primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  added_at text not null,
  in_use integer not null check (in_use in (0, 1))
) strict;
-- New ratings follow the one edition that is in use.
create unique index edition_in_use on edition (in_use) where in_use = 1;

create table edition_item (
  edition_id text not null references edition (id) on delete cascade,
  item integer not null check (item between 1 and 19),
  takes_adherence integer not null check (takes_adherence in (0, 1)),
  may_be_no_occasion integer not null check (may_be_no_occasion in (0, 1)),
  primary key (edition_id, item)
) strict, without rowid;

insert into edition values ('mbt-g-aqs/1', 'MBT-G-AQS', '2017-01-01T00:00:00.000Z', 1);
insert into edition_item
with recursive number(item) as (select 1 union all select item + 1 from number where item < 19)
select 'mbt-g-aqs/1', item, 1, 1 from number;

create table rating_new (
  id text primary key,
  session_id text not null references session (id) on delete cascade,
  rater_id text not null references rater (id),
  purpose text not null
    check (purpose in ('supervision', 'selfRating', 'training', 'certification', 'research', 'consensus')),
  scale_edition text not null references edition (id),
  started_at text not null,
  position_ms integer not null default 0 check (position_ms >= 0),
  version integer not null default 1 check (version >= 1),
  -- Why a later version was opened.
  amend_reason text check (length(trim(amend_reason)) between 1 and 2000),
  -- A submitted rating is locked.
  submitted_at text,
  -- When others' ratings of the session were shown to this rater before this one was submitted.
  saw_others_at text,
  unique (session_id, rater_id, purpose, version),
  check ((version = 1) = (amend_reason is null))
) strict;
insert into rating_new (id, session_id, rater_id, purpose, scale_edition, started_at, position_ms)
select id, session_id, rater_id, purpose, scale_edition, started_at, position_ms from rating;
drop table rating;
alter table rating_new rename to rating;
create index rating_by_rater on rating (rater_id, session_id);

-- Why something is missing in a rating that was submitted; item 0 is the overall.
create table gap (
  rating_id text not null references rating (id) on delete cascade,
  item integer not null check (item between 0 and 19),
  reason text not null check (length(trim(reason)) between 1 and 2000),
  primary key (rating_id, item)
) strict, without rowid;

-- Stretches of the recording that were really played for a rating, and how fast. They may overlap.
create table played (
  id integer primary key,
  rating_id text not null references rating (id) on delete cascade,
  from_ms integer not null check (from_ms >= 0),
  to_ms integer not null check (to_ms > from_ms),
  rate real not null check (rate between 0.1 and 16)
) strict;
create index played_by_rating on played (rating_id, id);

-- The names a site gives its phases, in order. Empty: the usual ones of the language.
create table phase_name (
  position integer primary key check (position between 1 and 50),
  name text not null unique check (length(trim(name)) between 1 and 200)
) strict;

-- The manual's own words for the levels, as a site brings them; one pack for each language.
create table text_pack (
  language text primary key check (language in ('nb', 'en')),
  name text not null check (length(trim(name)) between 1 and 200),
  added_at text not null
) strict;
create table anchor (
  language text not null references text_pack (language) on delete cascade,
  item integer not null check (item between 1 and 19),
  level integer not null check (level between 1 and 7),
  text text not null check (length(trim(text)) between 1 and 5000),
  primary key (language, item, level)
) strict, without rowid;

create table transcript (
  session_id text primary key references session (id) on delete cascade,
  name text not null,
  added_at text not null
) strict;
create table cue (
  session_id text not null references transcript (session_id) on delete cascade,
  position integer not null check (position >= 0),
  start_ms integer not null check (start_ms >= 0),
  end_ms integer not null check (end_ms > start_ms),
  speaker text not null check (length(speaker) <= 200),
  text text not null check (length(text) <= 20000),
  primary key (session_id, position)
) strict, without rowid;

-- How loud the recording is along its length: one byte for each step, 0 silent to 255 full.
create table waveform (
  recording_id text primary key references recording (id) on delete cascade,
  -- Of the file it was drawn from: another file needs another waveform.
  fingerprint text not null check (length(fingerprint) = 64),
  step_ms integer not null check (step_ms between 1 and 1000),
  peaks blob not null
) strict;

alter table recording add column volume integer not null default 100 check (volume between 0 and 100);
alter table recording add column gain_db integer not null default 0 check (gain_db between 0 and 12);

-- The log also tells of the new nouns. Its rows stay as they are.
create table change_new (
  id integer primary key,
  at text not null,
  rater_id text,
  rating_id text,
  noun text not null check (noun in
    ('group', 'therapist', 'session', 'phase', 'recording', 'rater', 'rating', 'mark', 'score', 'overall',
     'edition', 'phaseNames', 'textPack', 'transcript')),
  noun_id text not null,
  action text not null check (action in ('do', 'undo', 'redo')),
  before text,
  after text,
  check (before is not null or after is not null)
) strict;
insert into change_new select * from change;
drop table change;
alter table change_new rename to change;
create index change_by_rating on change (rating_id, id);
create trigger change_is_append_only_insert before insert on change
when exists (select 1 from change where id = new.id)
begin select raise(abort, 'change is append-only'); end;
create trigger change_is_append_only_update before update on change
begin select raise(abort, 'change is append-only'); end;
create trigger change_is_append_only_delete before delete on change
begin select raise(abort, 'change is append-only'); end;
