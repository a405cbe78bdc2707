-- The demo's mailbox and telephone. Sealed like everything personal.
create table demo_inbox (
    id      varchar(36)              not null primary key,
    dossier varchar(9)               not null,
    sent_at timestamp with time zone not null,
    payload bytea                    not null
);
