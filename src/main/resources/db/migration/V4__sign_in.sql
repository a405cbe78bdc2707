-- Tries of a provisional code by network address (a keyed digest): too many make the code worthless at that address
-- only, so that a stranger cannot spoil it for its owner. All tries together stand in one_time_secret.
create table code_try (
    code   varchar(36) not null references one_time_secret (id) on delete cascade,
    origin varchar(80) not null,
    tries  integer     not null,
    primary key (code, origin)
);

-- Failed sign-ins by name and network address, now a digest of each: what counts against one name can be added up, and
-- forgotten. The waits in the old table cannot be taken over; none lasts longer than an hour.
drop table sign_in_failure;
create table sign_in_failure (
    name          varchar(80)              not null,
    origin        varchar(80)              not null,
    failures      integer                  not null,
    since         timestamp with time zone not null,
    blocked_until timestamp with time zone not null,
    primary key (name, origin)
);
create index sign_in_failure_since on sign_in_failure (since);
