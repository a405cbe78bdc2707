-- Personal data stand only here, sealed by the application (class Cipher): nir, mobile and email so that equal values
-- can be found, identity not. A closed dossier keeps its dates and loses everything personal.
create table dossier (
    number                varchar(9)               not null primary key,
    version               integer                  not null,
    nir                   bytea unique,
    identity              bytea,
    mobile                bytea,
    email                 bytea,
    password_hash         varchar(200),
    language              varchar(2)               not null,
    channel               varchar(20)              not null,
    registration_finalised boolean                 not null,
    carte_vitale_received boolean                  not null,
    readiness             varchar(30),
    requested_at          timestamp with time zone not null,
    signed_in_at          timestamp with time zone,
    password_chosen_at    timestamp with time zone,
    terms_accepted_at     timestamp with time zone,
    details_given_at      timestamp with time zone,
    email_confirmed_at    timestamp with time zone,
    activated_at          timestamp with time zone,
    closed_at             timestamp with time zone,
    closure               varchar(30)
);
create index dossier_email on dossier (email);

-- Codes and link tokens: only a keyed digest to verify, and a sealed copy to repeat it in a re-send until it is used.
create table one_time_secret (
    id         varchar(36)              not null primary key,
    dossier    varchar(9)               not null references dossier (number),
    purpose    varchar(30)              not null,
    digest     varchar(80)              not null,
    sealed     bytea,
    issued_at  timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    tries      integer                  not null,
    used_at    timestamp with time zone,
    revoked_at timestamp with time zone
);
create index one_time_secret_dossier on one_time_secret (dossier, purpose);
create index one_time_secret_digest on one_time_secret (digest);

-- The outbox: written in the transaction of the step that causes the message, sent afterwards. The payload (address
-- and text, sealed) is wiped as soon as the message has left or is given up.
create table message (
    id              varchar(36)              not null primary key,
    dossier         varchar(9)               not null references dossier (number),
    purpose         varchar(30)              not null,
    unique_key      varchar(100)             not null unique,
    channel         varchar(5)               not null,
    payload         bytea,
    status          varchar(10)              not null,
    queued_at       timestamp with time zone not null,
    next_attempt_at timestamp with time zone,
    leased_until    timestamp with time zone,
    attempts        integer                  not null,
    sent_at         timestamp with time zone,
    error           varchar(60)
);
create index message_dossier on message (dossier);
create index message_due on message (status, next_attempt_at);

-- Failed sign-ins by dossier and network address (a keyed digest of both): the wait it causes always ends by itself.
create table sign_in_failure (
    origin        varchar(80)              not null primary key,
    failures      integer                  not null,
    blocked_until timestamp with time zone not null
);
