-- The walk of a scan. Rows decide; messages only say "look".

-- A file of a watched folder while it is being taken; gone once the file has been moved out of the way.
create table arrival (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    counter_id   uuid        not null references counter,
    path         text        not null, -- below the counter's folder, percent-encoded bytes
    size         bigint      not null,
    modified_at  timestamptz not null,
    file_key     text        not null, -- what the file system calls the file (device and inode), '' where it has none
    state        text        not null check (state in ('CLAIMED', 'SETTLED', 'REPORTED')),
    attempt      integer     not null,
    node         text        not null,
    leased_until timestamptz not null,
    scan_id      uuid,                 -- set when settled
    -- a file of a finished folder stays where it is: its arrival ends as REPORTED
    actor        text        not null,
    created_at   timestamptz not null,
    unique (counter_id, path)
);

create table scan (
    id                uuid primary key,
    unit_id           uuid        not null references unit,
    counter_id        uuid        not null references counter,
    actor             text        not null,
    name              text        not null, -- a label only
    folder            text        not null, -- between the counter and the file: a dossier code, a book key, or ''
    sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes             bigint      not null,
    format            text        not null, -- '' when it was refused unrecognized
    object_key        text        not null, -- in sohoa-originals; '' for a repeat or a refused file
    repeat_of         uuid references scan,
    shelf             text,                 -- where the file lies now, below the counter's folder
    shelf_due         text,                 -- '' or 'QUARANTINE': it was refused after it had been shelved
    fixity_at         timestamptz,
    fixity_whole      boolean,
    pages             integer     not null default 0,
    pages_pending     integer     not null default 0 check (pages_pending >= 0),
    documents_pending integer     not null default 0 check (documents_pending >= 0),
    state             text        not null check (state in ('RECEIVED', 'SPLITTING', 'READING', 'READ', 'UNDERSTANDING',
                                                            'RENDERING', 'IN_REVIEW', 'FILED', 'REPEAT', 'QUARANTINED', 'STUCK')),
    attempt           integer     not null default 0,
    lives             integer     not null default 3,
    interruptions     integer     not null default 0,
    node              text        not null default '',
    due_at            timestamptz not null,
    rung_at           timestamptz,
    leased_until      timestamptz,
    reason_code       text,
    reason_detail     text,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

-- The same bytes are one scan in one counter; every other is a repeat of it.
create unique index scan_bytes on scan (counter_id, sha256) where repeat_of is null and state <> 'QUARANTINED';
create index scan_due on scan (state, due_at) where state in ('RECEIVED', 'SPLITTING', 'READ', 'UNDERSTANDING');
create index scan_open on scan (state, updated_at);
create index scan_by_day on scan (created_at, unit_id, counter_id);
create index scan_fixity on scan (fixity_at nulls first) where object_key <> '';
create index scan_shelf on scan (created_at) where shelf is not null;

create table page (
    id            uuid primary key,
    scan_id       uuid        not null references scan,
    unit_id       uuid        not null references unit,
    actor         text        not null,
    position      integer     not null, -- from 0, in the source
    kind          text        not null check (kind in ('DOCUMENT', 'BLANK', 'SEPARATOR')),
    encoding      text        not null, -- of the image; '' when it could not be cut
    width         integer     not null,
    height        integer     not null,
    dpi           integer     not null,
    image_key     text        not null, -- in sohoa-pages
    result_key    text        not null default '', -- prefix of words.json, alto.xml, view.jpg, thumb.jpg
    text_source   text        not null default '',
    confidence    real        not null default 0,
    letters       integer     not null default 0,
    state         text        not null check (state in ('WAITING', 'READING', 'READ', 'STUCK')),
    attempt       integer     not null default 0,
    lives         integer     not null default 3,
    interruptions integer     not null default 0,
    node          text        not null default '',
    due_at        timestamptz not null,
    rung_at       timestamptz,
    leased_until  timestamptz,
    reason_code   text,
    reason_detail text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (scan_id, position)
);

create index page_due on page (state, due_at) where state in ('WAITING', 'READING');

create table document (
    id            uuid primary key,
    scan_id       uuid        not null references scan,
    unit_id       uuid        not null references unit,
    actor         text        not null,
    position      integer     not null, -- from 0, in the scan
    type          text        not null,
    object_key    text        not null default '', -- in sohoa-documents
    sha256        text,
    bytes         bigint,
    state         text        not null check (state in ('CUT', 'RENDERING', 'IN_REVIEW', 'STUCK')),
    attempt       integer     not null default 0,
    lives         integer     not null default 3,
    interruptions integer     not null default 0,
    node          text        not null default '',
    due_at        timestamptz not null,
    rung_at       timestamptz,
    leased_until  timestamptz,
    reason_code   text,
    reason_detail text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (scan_id, position)
);

create index document_due on document (state, due_at) where state in ('CUT', 'RENDERING');

create table document_page (
    document_id uuid    not null references document,
    page_id     uuid    not null references page,
    position    integer not null, -- from 0, in the document
    primary key (document_id, position),
    unique (page_id)
);

-- One line for every change of a state, written with it.
create table history (
    id            uuid primary key,
    unit_id       uuid        not null references unit,
    subject       text        not null check (subject in ('SCAN', 'PAGE', 'DOCUMENT')),
    subject_id    uuid        not null,
    from_state    text        not null,
    to_state      text        not null,
    attempt       integer     not null,
    actor         text        not null,
    node          text        not null,
    reason_code   text,
    reason_detail text,
    at            timestamptz not null
);

create index history_subject on history (subject_id, at);
create index history_progress on history (subject, to_state, at);
