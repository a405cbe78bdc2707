-- What students with an active account and advisors write to each other: subject and texts sealed (class Cipher). The
-- last contact of a dossier is the one that its process is about. Erased with the dossier.
create table contact (
    dossier   varchar(9)               not null references dossier (number),
    number    integer                  not null,
    subject   bytea                    not null,
    opened_at timestamp with time zone not null,
    primary key (dossier, number)
);

create table contact_message (
    dossier    varchar(9)               not null,
    contact    integer                  not null,
    place      integer                  not null,
    author     varchar(10)              not null,
    text       bytea                    not null,
    written_at timestamp with time zone not null,
    primary key (dossier, contact, place),
    foreign key (dossier, contact) references contact (dossier, number) on delete cascade
);
