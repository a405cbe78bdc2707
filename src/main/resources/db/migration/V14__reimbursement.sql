-- Lines of reimbursement statements, sealed by the application (class Cipher). The statement is the keyed digest of the
-- line's id: the same line comes in once. Erased with the dossier.
create table reimbursement (
    statement varchar(80)              not null primary key,
    dossier   varchar(9)               not null references dossier (number),
    payload   bytea                    not null,
    taken_at  timestamp with time zone not null
);
create index reimbursement_dossier on reimbursement (dossier);

-- Which network addresses (keyed digests) have had an attestation checked within the last hour.
create table attestation_check (
    origin     varchar(80)              not null,
    checked_at timestamp with time zone not null
);
create index attestation_check_origin on attestation_check (origin, checked_at);
