-- What is deleted by its age is found by its age.
create index device_last_seen on device (last_seen_at);
create index attestation_check_age on attestation_check (checked_at);
