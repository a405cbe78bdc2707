-- A code or a link is worthless after its end: then it is dropped instead of sent. Silences are the tries that a gateway
-- never answered. The phone is a keyed digest: it counts the SMS of one number and tells none.
alter table message add column expires_at timestamp with time zone;
alter table message add column silences integer default 0 not null;
alter table message add column phone varchar(80);
create index message_channel_sent on message (channel, sent_at);
create index message_phone_sent on message (phone, sent_at);

-- Of a message that was given up, the next attempt is now the one to tell it to whoever can help; those of before are told.
update message set next_attempt_at = null where status = 'FAILED';

-- Whether a channel works (no failures), for all nodes. While it is down, each change of failures is won by one node:
-- the number is the version of the row. Announced: the rest of the application has been told that it is down.
create table message_channel (
    channel   varchar(5)               not null primary key,
    failures  integer                  not null,
    probe_at  timestamp with time zone,
    error     varchar(60),
    announced boolean                  not null
);
insert into message_channel (channel, failures, announced) values ('SMS', 0, false);
insert into message_channel (channel, failures, announced) values ('EMAIL', 0, false);

create index one_time_secret_issued on one_time_secret (purpose, issued_at);
create index one_time_secret_used on one_time_secret (purpose, used_at);
