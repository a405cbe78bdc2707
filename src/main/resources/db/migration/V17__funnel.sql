-- Moments of a student's way that nothing else keeps: each is the first of its kind and never written again. Where the
-- past does not tell one exactly it stays unknown.
alter table dossier add column code_sent_at timestamp with time zone;
alter table dossier add column first_signed_in_at timestamp with time zone;
alter table dossier add column profile_completed_at timestamp with time zone;
update dossier set code_sent_at = (select min(m.sent_at) from message m
    where m.dossier = dossier.number and m.purpose = 'PROVISIONAL_CODE' and m.status = 'SENT');
update dossier set profile_completed_at = (select max(i.answered_at) from profile_item i
    where i.dossier = dossier.number and i.answer <> 'LATER' having count(*) = 4);
create index dossier_requested on dossier (requested_at);

-- From when on a message could leave: some are written in the evening for the morning, and do not wait before it.
alter table message add column due_at timestamp with time zone;
update message set due_at = case when status = 'QUEUED' and attempts = 0 then next_attempt_at else queued_at end;
alter table message alter column due_at set not null;
