-- A dossier can wait for the permanent number, and an address belongs to one account only once it is confirmed: the
-- column is the address in lower case, so that two who race for it are told apart by the database (A28).
alter table dossier add column provisional_number bytea;
alter table dossier add column confirmed_email bytea;
alter table dossier add column requests integer default 1 not null;
alter table dossier add column last_action_at timestamp with time zone;
update dossier set last_action_at = requested_at;
update dossier set confirmed_email = email where email_confirmed_at is not null;
alter table dossier alter column last_action_at set not null;
alter table dossier add constraint dossier_provisional_number unique (provisional_number);
alter table dossier add constraint dossier_confirmed_email unique (confirmed_email);
