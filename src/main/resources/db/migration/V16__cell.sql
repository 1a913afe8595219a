-- The cells of a document's table, what a machine found in each row: a register's cases. Made anew with each reading.

create table cell (
    id           uuid primary key,
    document_id  uuid    not null references document,
    unit_id      uuid    not null references unit,
    row_number   integer not null check (row_number >= 0), -- from the top of the table, over all pages
    position     integer not null,                         -- from 0, in the order of the columns
    code         text    not null,
    found        text    not null,
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
    unique (document_id, row_number, code)
);
call scope_by_unit('cell');
