-- Dossiers of administrative procedures, the papers on them, and the papers that may belong to them.

create table dossier (
    id             uuid primary key,
    unit_id        uuid        not null references unit,
    code           text        not null, -- as it was written first
    canonical      text        not null check (canonical = upper(canonical)),
    procedure_code text        not null default '', -- '' where nobody has told it yet
    holder_name    text        not null default '',
    holder_folded  text        not null default '', -- the name as it is searched: lower case, no diacritics
    holder_number  text        not null default '', -- without separators
    received_on    date,
    state          text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    source         text        not null check (source in ('IMPORT', 'HAND', 'SCAN')),
    said           text        not null default '', -- what a person has told of it: no list changes it
    created_by     text        not null,
    version        integer     not null default 0,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (unit_id, canonical)
);
create index dossier_by_number on dossier (unit_id, holder_number, state) where holder_number <> '';
create index dossier_by_name on dossier (unit_id, holder_folded, state) where holder_folded <> '';
call scope_by_unit('dossier');

create table attachment (
    id          uuid primary key,
    unit_id     uuid        not null references unit,
    document_id uuid        not null references document,
    dossier_id  uuid        not null references dossier,
    component   text        not null default '', -- '' where it fits none
    how         text        not null check (how in ('FOLDER', 'COVER', 'NUMBER', 'PERSON')),
    actor       text        not null,
    at          timestamptz not null,
    live        boolean     not null default true,
    ended_by    text        not null default '',
    ended_at    timestamptz,
    check (live = (ended_at is null))
);
create unique index attachment_live on attachment (document_id) where live;
create index attachment_of_document on attachment (document_id);
create index attachment_of_dossier on attachment (dossier_id) where live;
call scope_by_unit('attachment');

create table candidate (
    document_id uuid    not null references document,
    dossier_id  uuid    not null references dossier,
    unit_id     uuid    not null references unit,
    reason      text    not null check (reason in ('NUMBER', 'NAME')),
    rank        integer not null,
    primary key (document_id, dossier_id)
);
call scope_by_unit('candidate');
