-- What is on a document: what machines found, what persons said.

alter table page add column turn integer not null default 0 check (turn in (0, 90, 180, 270));

alter table document
    add column type_confidence real    not null default 0,
    add column type_reason     text    not null default '',
    add column type_by         text    not null default '', -- the person who said so; '' when a machine did
    add column dossier_code    text    not null default '', -- canonical, of the cover sheet in force
    add column version         integer not null default 0,
    drop constraint document_state_check,
    add constraint document_state_check check (state in ('CUT', 'RENDERING', 'IN_REVIEW', 'STUCK', 'RECUT', 'EXTRACTING',
        'CONFIRMED', 'PUBLISHING', 'FILED', 'DISCARDED', 'REPLACED', 'SENT_BACK'));

drop index document_due;
create index document_due on document (state, due_at)
    where state in ('CUT', 'RENDERING', 'RECUT', 'EXTRACTING', 'CONFIRMED', 'PUBLISHING');
drop index document_waiting;
create index document_waiting on document (created_at)
    where state in ('CUT', 'RENDERING', 'RECUT', 'EXTRACTING', 'CONFIRMED', 'PUBLISHING');

create table field (
    id           uuid primary key,
    document_id  uuid    not null references document,
    unit_id      uuid    not null references unit,
    code         text    not null,
    position     integer not null,
    found        text    not null, -- the machine's value
    raw          text    not null, -- as it stands on the paper
    confidence   real    not null,
    source       text    not null check (source in ('QR', 'MRZ', 'BARCODE', 'OCR', 'RULE', 'RECORD', 'PERSON')),
    page_id      uuid references page,
    x            integer,
    y            integer,
    width        integer,
    height       integer,
    needs_review boolean not null,
    rule         text    not null, -- what doubts it
    standing     text    not null check (standing in ('PENDING', 'MACHINE', 'CONFIRMED', 'CORRECTED', 'ILLEGIBLE', 'ABSENT')),
    said         text,             -- a person's value: no machine overwrites it
    said_by      text    not null default '',
    said_at      timestamptz,
    unique (document_id, code)
);
call scope_by_unit('field');
