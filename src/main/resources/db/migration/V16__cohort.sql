-- Files of students that universities ask a code for. A file that an advisor has only looked at is kept sealed by the
-- application (class Cipher), until its lines are taken or for an hour.
create table cohort (
    id          varchar(36)              not null primary key,
    advisor     varchar(100)             not null,
    received_at timestamp with time zone not null,
    started_at  timestamp with time zone,
    file        bytea
);

-- One line and what has become of it. The payload (what the line says, sealed) is wiped in the transaction that settles
-- the line. The digest, keyed, of the same: one line is taken once.
create table cohort_line (
    id       varchar(36) not null primary key,
    cohort   varchar(36) not null references cohort (id) on delete cascade,
    line     integer     not null,
    outcome  varchar(10) not null,
    problems varchar(1000),
    dossier  varchar(9) references dossier (number) on delete set null,
    digest   varchar(80) unique,
    payload  bytea,
    failures integer     not null,
    unique (cohort, line)
);
create index cohort_line_waiting on cohort_line (outcome, failures, line);
create index cohort_line_dossier on cohort_line (dossier);

-- Every code request looks for the telephone of somebody who waits with a provisional number.
create index dossier_mobile on dossier (mobile);
