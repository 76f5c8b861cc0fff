-- A consensus is a rating with the purpose 'consensus'. What it was agreed from, and who sat at the table.
create table consensus_source (
  rating_id text not null references rating (id) on delete cascade,
  source_id text not null references rating (id) on delete cascade,
  primary key (rating_id, source_id),
  check (rating_id <> source_id)
) strict, without rowid;
create index consensus_source_by_source on consensus_source (source_id);
create table consensus_member (
  rating_id text not null references rating (id) on delete cascade,
  rater_id text not null references rater (id) on delete cascade,
  primary key (rating_id, rater_id)
) strict, without rowid;
create index consensus_member_by_rater on consensus_member (rater_id);

-- A programme, with its pass rules; null is a rule that it does not have.
create table programme (
  id text primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  edition_id text not null references edition (id),
  dimension text not null check (dimension in ('quality', 'adherence', 'both')),
  attempts integer not null check (attempts between 1 and 9),
  valid_months integer not null check (valid_months between 1 and 120),
  -- The coefficient that ratings of the programme are to reach.
  target real not null check (target between 0.5 and 0.95),
  -- Of the sessions that a certified rater rates, how many another rates as well.
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
create index programme_by_edition on programme (edition_id);

-- For practice, for the test of one of its attempts, or kept back for checks after certification.
create table programme_session (
  programme_id text not null references programme (id) on delete cascade,
  session_id text not null references session (id) on delete cascade,
  part text not null check (part in ('practice', 'test', 'check')),
  test_set integer check (test_set between 1 and 9),
  standard_id text references rating (id) on delete set null,
  standard_at text,
  primary key (programme_id, session_id),
  check ((part = 'test') = (test_set is not null))
) strict, without rowid;
create index programme_session_by_session on programme_session (session_id);
create index programme_session_by_standard on programme_session (standard_id) where standard_id is not null;

create table enrolment (
  id text primary key,
  programme_id text not null references programme (id) on delete cascade,
  rater_id text not null references rater (id) on delete cascade,
  enrolled_at text not null,
  ended_at text,
  unique (programme_id, rater_id)
) strict;
create index enrolment_by_rater on enrolment (rater_id);

-- A session that a rater is to rate, in an order that was drawn once. The standard is the one of that day; of a double
-- coding it is the other rater's rating.
create table assignment (
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
create index assignment_by_session on assignment (session_id);
create index assignment_by_standard on assignment (standard_id) where standard_id is not null;

create table certificate (
  id text primary key,
  enrolment_id text not null references enrolment (id) on delete cascade,
  attempt integer not null check (attempt between 1 and 9),
  issued_at text not null,
  valid_until text not null
    check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(valid_until) = 10),
  -- The very text that is signed.
  facts text not null check (length(facts) between 2 and 100000),
  signature blob not null check (length(signature) = 64),
  unique (enrolment_id, attempt)
) strict;

-- What certificates of this library are signed with (Ed25519, RFC 8032).
create table signing_key (
  one integer primary key check (one = 1),
  seed blob not null check (length(seed) = 32)
) strict;
