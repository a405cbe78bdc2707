-- Browsers from which a student has signed in, each known by a random token in a cookie: here only its keyed digest.
-- Students who share a computer have a row each.
create table device (
    digest        varchar(80)              not null primary key,
    dossier       varchar(9)               not null references dossier (number) on delete cascade,
    first_seen_at timestamp with time zone not null,
    last_seen_at  timestamp with time zone not null,
    trusted_until timestamp with time zone
);
create index device_dossier on device (dossier);
