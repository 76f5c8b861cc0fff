-- The log becomes a chain: each row has the hash of itself and of the row before. It is made over a digest of the row's
-- content, salted for each row, so that the content can be erased with what it tells of, and the chain still holds.
-- `change_digest` and `change_hash` are functions of db/chain.ts; open.ts has them ready while it migrates.
create table change_new (
  id integer primary key,
  at text not null,
  rater_id text,
  rating_id text,
  -- Which nouns there are is said in one place: `Noun` in db/model.ts.
  noun text not null check (length(noun) between 1 and 40),
  noun_id text not null,
  action text not null check (action in ('do', 'undo', 'redo')),
  before text,
  after text,
  -- Gone with the content: without it, nobody can try which content the digest was made of.
  salt blob check (length(salt) = 16),
  digest blob not null check (length(digest) = 32),
  -- Of a deletion: digest of the numbers of the changes whose content it erased.
  erases blob check (length(erases) = 32),
  hash blob not null check (length(hash) = 32),
  -- The deletion that erased the content.
  erased_by integer check (erased_by > id),
  check (erases is null or erased_by is null),
  check ((salt is null) = (erased_by is not null)),
  check (case when erased_by is null then before is not null or after is not null
    else before is null and after is null end)
) strict;
insert into change_new (id, at, rater_id, rating_id, noun, noun_id, action, before, after, salt, digest, hash)
select id, at, rater_id, rating_id, noun, noun_id, action, before, after, randomblob(16), zeroblob(32), zeroblob(32)
from change order by id;
update change_new set digest = change_digest(salt, before, after);
-- Row by row in the order of the numbers: the function remembers the hash before.
update change_new set hash = change_hash(id, at, rater_id, rating_id, noun, noun_id, action, digest);
drop table change;
alter table change_new rename to change;
create index change_by_rating on change (rating_id, id);
-- What is not about a rating is found by what it is about.
create index change_by_noun on change (noun, noun_id) where rating_id is null;

-- The end of the chain, to find a tail that was cut off.
create table change_head (
  one integer primary key check (one = 1),
  change_id integer not null,
  changes integer not null,
  hash blob not null check (length(hash) = 32)
) strict;
insert into change_head
select 1, coalesce(max(id), 0), count(*),
  coalesce((select hash from change order by id desc limit 1), zeroblob(32)) from change;

-- `insert or replace` would delete without asking the trigger below.
create trigger change_is_append_only_insert before insert on change
when exists (select 1 from change where id = new.id)
begin select raise(abort, 'change is append-only'); end;
create trigger change_moves_head after insert on change
begin update change_head set change_id = new.id, changes = changes + 1, hash = new.hash where one = 1; end;
-- All that may change is that the content goes, once.
create trigger change_is_append_only_update before update on change
when not (
  old.erased_by is null and new.erased_by is not null
  and new.id = old.id and new.at = old.at and new.rater_id is old.rater_id and new.rating_id is old.rating_id
  and new.noun = old.noun and new.noun_id = old.noun_id and new.action = old.action
  and new.digest = old.digest and new.erases is old.erases and new.hash = old.hash
)
begin select raise(abort, 'change is append-only'); end;
create trigger change_is_append_only_delete before delete on change
begin select raise(abort, 'change is append-only'); end;

-- How long the recording was that the session had, when it is deleted: how much of it was played is still told.
alter table session add column recorded_ms integer check (recorded_ms > 0);

-- What of a deletion is not done yet: a recording whose file is to be removed, by its id, or 'record', which is to be
-- written anew.
create table leaving (name text primary key) strict;

-- By when a recording is due, and what hangs on a person or a group.
create index recording_by_keep_until on recording (keep_until) where keep_until is not null;
create index recording_by_path on recording (path);
create index feedback_by_rater on feedback (rater_id);
create index event_by_therapist on event (therapist_id) where therapist_id is not null;
create index event_by_group on event (group_id) where group_id is not null;
