-- What results, progress and reports need: events on the time axis, written feedback, and indexes by which a
-- library of ten thousand sessions is read as fast as one of a hundred.

-- Something to see development by, such as a course: of a therapist, of a group, or of everybody.
create table event (
  id text primary key,
  date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(date) = 10),
  name text not null check (length(trim(name)) between 1 and 200),
  therapist_id text references therapist (id),
  group_id text references "group" (id),
  check (therapist_id is null or group_id is null)
) strict;
create index event_by_date on event (date, id);

-- What a rater writes to therapists: about one session, or about the progress of one of them.
create table feedback (
  rater_id text not null references rater (id),
  session_id text references session (id) on delete cascade,
  therapist_id text references therapist (id),
  text text not null check (length(trim(text)) between 1 and 20000),
  check ((session_id is null) <> (therapist_id is null)),
  unique (session_id, rater_id),
  unique (therapist_id, rater_id)
) strict;

create index rating_by_edition on rating (scale_edition);
-- What waits for a rater.
create index rating_unsubmitted on rating (rater_id, session_id) where submitted_at is null;

-- The log also tells of the new nouns. Its rows stay as they are.
create table change_new (
  id integer primary key,
  at text not null,
  rater_id text,
  rating_id text,
  noun text not null check (noun in
    ('group', 'therapist', 'session', 'phase', 'recording', 'rater', 'rating', 'mark', 'score', 'overall',
     'edition', 'phaseNames', 'textPack', 'transcript', 'event', 'feedback')),
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
