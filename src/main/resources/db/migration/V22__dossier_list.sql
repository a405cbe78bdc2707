-- A blind index: by which words and beginnings of words in the names, as keyed digests, a dossier can be found though
-- its names are sealed (class NameIndex). Erased with the dossier's identity.
create table dossier_name (
    digest  varchar(80) not null,
    dossier varchar(9)  not null references dossier (number) on delete cascade,
    primary key (digest, dossier)
);
create index dossier_name_dossier on dossier_name (dossier);

-- The list of all dossiers shows first what moved last.
create index dossier_last_action on dossier (last_action_at, number);
