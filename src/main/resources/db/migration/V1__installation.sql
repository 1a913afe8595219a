-- Which installation this database belongs to; the object store carries the same id (see StoreIdentity).
create table installation (
    only_row     boolean primary key default true check (only_row),
    id           uuid not null,
    store_marked boolean not null default false, -- the store was given the id: from then on it must have it
    created_at   timestamptz not null default now()
);
