-- Who the paper belongs to: units and their counters (each counter is one watched folder).
create table unit (
    id         uuid primary key,
    code       text        not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$'),
    name       text        not null,
    created_at timestamptz not null
);

create table counter (
    id              uuid primary key,
    unit_id         uuid        not null references unit,
    code            text        not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$'),
    quiet_ms        integer check (quiet_ms between 0 and 3600000), -- null: the default of the installation
    ignore_patterns text        not null default '',                -- one glob a line, matched against the file name
    created_at      timestamptz not null,
    unique (unit_id, code)
);
