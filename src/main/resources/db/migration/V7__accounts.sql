-- Units with their tree and their time, and who works in them.
-- The tables of accounts carry no unit: they are looked at before anyone is known, and by administrators.

insert into unit (id, code, name, created_at)
values ('00000000-0000-7000-8000-000000000001', 'goc', 'Toàn hệ thống', now())
on conflict (code) do nothing;

alter table unit
    add column parent_id  uuid references unit,
    add column valid_from date,
    add column valid_to   date, -- the first day on which it is no more
    add constraint unit_not_its_own_parent check (parent_id <> id);
update unit set parent_id = '00000000-0000-7000-8000-000000000001' where code <> 'goc';

-- Districts went, communes merged: which units took over from which.
create table unit_succession (
    predecessor_id uuid not null references unit,
    successor_id   uuid not null references unit,
    at             date not null,
    primary key (predecessor_id, successor_id),
    check (predecessor_id <> successor_id)
);

create table account (
    id            uuid primary key,
    name          text        not null check (name ~ '^[a-z0-9][a-z0-9._-]{1,49}$'), -- to sign in with
    display_name  text        not null,
    password_hash text        not null,
    must_change   boolean     not null, -- the password was given by somebody else
    failures      integer     not null default 0,
    locked_until  timestamptz,
    active        boolean     not null default true,
    version       integer     not null default 0,
    created_at    timestamptz not null,
    unique (name)
);

create table account_role (
    account_id uuid not null references account,
    unit_id    uuid not null references unit,
    role       text not null check (role in ('CLERK', 'KEYER', 'ARBITER', 'UNIT_ADMIN', 'AUDITOR')),
    primary key (account_id, unit_id, role)
);

-- Other systems of a unit: they sign in with a secret of 256 random bits, which needs no slow hash.
create table client (
    id          uuid primary key,
    unit_id     uuid        not null references unit,
    name        text        not null check (name ~ '^[a-z0-9][a-z0-9._-]{1,49}$'),
    secret_hash text        not null, -- SHA-256, hexadecimal
    active      boolean     not null default true,
    version     integer     not null default 0,
    created_by  text        not null,
    created_at  timestamptz not null,
    unique (name)
);
call scope_by_unit('client');

create table client_role (
    client_id uuid not null references client,
    role      text not null check (role in ('CLERK', 'KEYER', 'ARBITER', 'UNIT_ADMIN', 'AUDITOR')),
    primary key (client_id, role)
);

create table client_token (
    hash       text primary key, -- SHA-256, hexadecimal
    client_id  uuid        not null references client,
    expires_at timestamptz not null
);
create index client_token_expiry on client_token (expires_at);

-- What was answered to a request that carried an Idempotency-Key, for a day.
create table idempotent_answer (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer,             -- null: being worked on
    content_type text,
    headers      text,                -- Location and ETag, one a line
    body         bytea,
    created_at   timestamptz not null,
    unique (unit_id, actor, key)
);
create index idempotent_answer_created on idempotent_answer (created_at);
call scope_by_unit('idempotent_answer');

-- The audit: lines are added, never changed, never taken away, and a chain of hashes tells when the owner of the tables
-- did so all the same. Sealing is done afterwards and by one node at a time, so that acts never wait for each other.
create table audit_link (
    seq           bigint primary key,
    entry_id      uuid not null unique,
    previous_hash text not null,
    hash          text not null -- see vn.sohoa.audit.Canonical
);

create table audit_unsealed (
    entry_id uuid primary key
);
insert into audit_unsealed select id from audit_entry;

create function audit_queue() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed (entry_id) values (new.id);
    return null;
end
$$;
create trigger audit_entry_queued after insert on audit_entry for each row execute function audit_queue();

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function append_only();
create trigger audit_link_append_only before update or delete or truncate on audit_link
    for each statement execute function append_only();
create trigger history_append_only before update or delete or truncate on history
    for each statement execute function append_only();
revoke update, delete, truncate on audit_entry, audit_link, history from sohoa_service;
