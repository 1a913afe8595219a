-- Append-only record of what was changed and what was read, by whom, for which purpose.
create table audit_entry (
    id           uuid primary key,
    at           timestamptz not null,
    unit_id      uuid        not null references unit,
    actor        text        not null,
    purpose      text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   uuid        not null
);

create index audit_entry_subject on audit_entry (subject_kind, subject_id);
create index audit_entry_at on audit_entry (unit_id, at);
