-- Document types and procedures as the catalog's files tell them (vn.sohoa.catalog); lists stand one entry a line.
-- They belong to everyone: no unit, no scope. What a file no longer names stays, because papers refer to it.

create table document_type (
    code       text primary key check (code ~ '^[a-z][a-z0-9_]{0,63}$'),
    vi         text    not null,
    en         text    not null,
    layout     text    not null check (layout in ('SINGLE', 'CARD', 'PAGES')),
    titles     text    not null,
    signs      text    not null,
    valid_from date,
    valid_to   date,
    source     text    not null,
    digitize   boolean not null,
    shared_in  text    not null default '', -- '' where no shared database holds the same data
    check (valid_from <= valid_to)
);

create table document_field (
    id         text primary key, -- <type>.<code>
    type       text    not null references document_type,
    code       text    not null check (code ~ '^[a-z][a-z0-9_]{0,63}$'),
    position   integer not null, -- from 0, in the order of the form
    vi         text    not null,
    en         text    not null,
    kind       text    not null,
    main       boolean not null,
    place      text    not null, -- LABEL, SIGNATURE, DATE_LINE
    labels     text    not null,
    after_code text    not null default '',
    card       text    not null default '' -- what the QR of an identity card calls it
);

create index document_field_order on document_field (type, position);

create table procedure (
    code       text primary key check (code ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$'),
    vi         text not null,
    en         text not null,
    field      text not null,
    valid_from date,
    valid_to   date,
    source     text not null,
    check (valid_from <= valid_to)
);

create table component (
    id            text primary key, -- <procedure>/<code>
    procedure     text    not null references procedure,
    code          text    not null check (code ~ '^[a-z][a-z0-9_]{0,63}$'),
    position      integer not null, -- from 0
    vi            text    not null,
    en            text    not null,
    types         text    not null, -- codes of document types; none: any
    required      boolean not null,
    digitize      text    not null check (digitize in ('RESULT_OF_PROCEDURE', 'SECTOR_LAW', 'PROVINCIAL_DECISION', 'NO')),
    must_not_ask  text    not null default '' -- the legal basis; '' where it may be asked
);

create index component_order on component (procedure, position);
