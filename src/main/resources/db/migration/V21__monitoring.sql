-- When a message was given up, and when a code was last tried in vain: since then the student is stuck. What was before is
-- not known.
alter table message add column failed_at timestamp with time zone;
alter table code_try add column tried_at timestamp with time zone;

-- Who has done nothing for long, among those on the way to their account.
create index dossier_idle on dossier (activated_at, closed_at, last_action_at);
