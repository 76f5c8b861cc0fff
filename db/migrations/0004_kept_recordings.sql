-- A recording can be kept in the library, encrypted (`recordings/<id>.age`), and has a day until which it may be kept.
-- Where it is kept, its path tells where the original lay.
alter table recording add column kept_at text;
alter table recording add column keep_until text
  check (keep_until glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and length(keep_until) = 10);
