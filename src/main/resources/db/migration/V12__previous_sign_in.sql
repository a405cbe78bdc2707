-- The sign-in before the last one: told to the student, who notices one that was not theirs.
alter table dossier add column previous_signed_in_at timestamp with time zone;
