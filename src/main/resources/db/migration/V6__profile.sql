-- What the student has answered since the account is active. Only status and dates, nothing medical; the postal address
-- is sealed by the application (class Cipher). A closed dossier keeps none of it.
create table profile (
    dossier              varchar(9)  not null primary key references dossier (number),
    stop_digest          varchar(80) not null unique,
    address              bytea,
    reminders_stopped_at timestamp with time zone
);
create table profile_item (
    dossier     varchar(9)               not null references profile (dossier) on delete cascade,
    item        varchar(30)              not null,
    answer      varchar(20)              not null,
    answered_at timestamp with time zone not null,
    later_until date,
    primary key (dossier, item)
);
