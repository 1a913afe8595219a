-- The shared data set: confirmed documents, found by code, holder, number and full text, and who looked at them.

-- Each document has one digitization code, given once; another document of the same holder and type gets an ordinal.
create table paper_code (
    document_id uuid primary key references document,
    unit_id     uuid        not null references unit,
    stem        text        not null check (stem ~ '^[0-9a-f]{64}$'), -- SHA-256 of what stands before the ordinal
    ordinal     integer     not null check (ordinal > 0),
    code        text        not null,
    created_at  timestamptz not null,
    unique (stem, ordinal),
    unique (code)
);
call scope_by_unit('paper_code');

create table paper (
    id            uuid primary key,
    document_id   uuid        not null references document,
    unit_id       uuid        not null references unit,
    code          text        not null,
    type          text        not null,
    title         text        not null,
    holder_name   text        not null, -- '' when unknown
    holder_number text        not null, -- personal or identity number; '' when unknown
    dossier_code  text        not null, -- canonical; '' when it is on none
    dossier_id    uuid,
    issue_number  text        not null, -- as on the paper; '' when it has none
    issue_date    text        not null, -- dd/MM/yyyy or less, as on the paper; '' when it has none
    fields        jsonb       not null,
    pdf_key       text        not null, -- in sohoa-documents
    pdf_sha256    text        not null,
    sidecar_key   text        not null, -- in sohoa-documents
    sidecar_sha256 text       not null,
    confirmed_by  text        not null,
    confirmed_at  timestamptz not null,
    status        text        not null check (status in ('ACTIVE', 'REPLACED', 'REVOKED')),
    exact         tsvector    not null, -- with diacritics
    folded        tsvector    not null, -- without them
    created_at    timestamptz not null,
    unique (document_id),
    unique (code)
);
call scope_by_unit('paper');

create index paper_exact on paper using gin (exact);
create index paper_folded on paper using gin (folded);
create index paper_holder on paper (holder_number) where holder_number <> '';
create index paper_dossier on paper (dossier_code) where dossier_code <> '';

-- Who looked at a paper or took a copy, and what for.
create table paper_use (
    id       uuid primary key,
    paper_id uuid        not null references paper,
    unit_id  uuid        not null references unit,
    actor    text        not null,
    act      text        not null check (act in ('LISTED', 'VIEWED', 'FILE', 'DATA')),
    purpose  text        not null,
    at       timestamptz not null
);
call scope_by_unit('paper_use');
create index paper_use_paper on paper_use (paper_id, at);
