-- The address that takes the place of the one on file once it is confirmed, sealed as that one. What the student has
-- changed last: the names of the details, none of their values.
alter table dossier add column new_email bytea;
alter table profile add column changed_details varchar(40);
