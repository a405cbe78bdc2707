-- What advisors have done to a dossier and noted about it: who, when, why (sealed by the application, class Cipher) and
-- whether it could be done. The id is made with the page that asks, so that one press counts once. With the dossier's
-- end the texts are erased but for the reason of the closing itself; the rows go with the dossier.
create table dossier_action (
    id       varchar(36)              not null primary key,
    dossier  varchar(9)               not null references dossier (number) on delete cascade,
    acted_at timestamp with time zone not null,
    author   varchar(100)             not null,
    action   varchar(30)              not null,
    reason   bytea,
    outcome  varchar(10)              not null
);
create index dossier_action_dossier on dossier_action (dossier, acted_at);

-- A deadline that an advisor has moved; the ordinary one holds where it is later.
alter table dossier add column extended_until timestamp with time zone;

-- Where a message went, masked and sealed: advisors read it once the payload is gone. Erased with the dossier's end.
alter table message add column masked_to bytea;
