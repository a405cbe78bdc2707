-- Which attestations were issued: what a third party's check finds again. Nothing personal; the document itself is kept
-- nowhere.
create table attestation (
    reference varchar(9)               not null primary key,
    dossier   varchar(9)               not null references dossier (number),
    issued_at timestamp with time zone not null
);
create index attestation_dossier on attestation (dossier, issued_at);
