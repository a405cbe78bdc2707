-- Reminders count from the day on which the profile was opened: for an account older than the profiles, later than its
-- activation. The day of a departure is a plain date, nothing medical.
alter table profile add column opened_at timestamp with time zone;
update profile set opened_at = (select activated_at from dossier where number = profile.dossier);
alter table profile alter column opened_at set not null;
alter table profile_item add column travel_date date;
