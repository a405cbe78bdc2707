-- Nothing of an erased dossier is left but its row: number, dates, language, channel and why it was closed. Who does not
-- use an account is told before it is erased.
alter table dossier add column erased_at timestamp with time zone;
alter table dossier add column unused_notice_at timestamp with time zone;
create index dossier_to_erase on dossier (erased_at, closed_at);
create index dossier_unused on dossier (closed_at, signed_in_at);

-- What was deleted or handed out, by which rule, and who did it (null: the application by itself). Nothing personal; the
-- dossier stands there only where one person's data were erased or handed out. No foreign key: it outlives what it tells.
create table retention_log (
    id       varchar(36)              not null primary key,
    done_at  timestamp with time zone not null,
    act      varchar(30)              not null,
    how_many integer                  not null,
    who      varchar(100),
    dossier  varchar(9),
    reason   varchar(30)
);
create index retention_log_done on retention_log (done_at);

-- What is deleted by its age is found by its age.
create index message_age on message (queued_at);
create index one_time_secret_age on one_time_secret (expires_at);
create index contact_age on contact (opened_at);
create index carte_vitale_order_age on carte_vitale_order (ordered_at);
create index reimbursement_age on reimbursement (taken_at);
create index attestation_age on attestation (issued_at);
