-- Orders of a new Carte Vitale: what happened to the old one, and what student and advisor write to each other, sealed
-- (class Cipher); the card goes to the profile's postal address. The last order of a dossier is the one that its process
-- is about. Erased with the dossier.
create table carte_vitale_order (
    dossier    varchar(9)               not null references dossier (number),
    number     integer                  not null,
    loss       bytea                    not null,
    lost_on    bytea                    not null,
    ordered_at timestamp with time zone not null,
    decision   varchar(10),
    decided_at timestamp with time zone,
    primary key (dossier, number)
);

create table carte_vitale_order_message (
    dossier            varchar(9)               not null,
    carte_vitale_order integer                  not null,
    place              integer                  not null,
    author             varchar(10)              not null,
    text               bytea                    not null,
    written_at         timestamp with time zone not null,
    primary key (dossier, carte_vitale_order, place),
    foreign key (dossier, carte_vitale_order) references carte_vitale_order (dossier, number) on delete cascade
);
