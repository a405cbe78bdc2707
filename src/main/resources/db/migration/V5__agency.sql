-- The agencies where a provisional code can be asked for. Kept by advisors; nothing personal.
create table agency (
    id            varchar(36)  not null primary key,
    version       integer      not null,
    name          varchar(100) not null,
    street        varchar(100) not null,
    postal_code   varchar(5)   not null,
    town          varchar(100) not null,
    opening_hours varchar(500) not null,
    verified_on   date         not null
);
