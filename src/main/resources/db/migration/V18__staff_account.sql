-- Local accounts of staff, beside those of the settings. The password (Argon2id) is chosen with a one-time secret, of
-- which only the keyed digest is kept.
create table staff_account (
    name              varchar(40)              not null primary key,
    role              varchar(10)              not null,
    password_hash     varchar(200),
    secret_digest     varchar(80),
    secret_expires_at timestamp with time zone,
    created_at        timestamp with time zone not null,
    blocked_at        timestamp with time zone
);
