-- Models that tell papers by their words (vn.sohoa.catalog.WordModels). They belong to everyone: no unit, no scope, and no
-- word in them that only one person's paper has.

create table word_model (
    number        integer primary key check (number > 0),
    made_at       timestamptz not null,
    origin        text        not null check (origin in ('PACKED', 'LEARNED')),
    sha256        text        not null unique,
    content       bytea       not null,
    papers        integer     not null, -- from which it was learned
    confirmed     integer     not null, -- so many of these were confirmed by people here; the others were made
    foreign_shown integer     not null, -- papers of a type that the model judging them had never seen
    foreign_named integer     not null, -- so many of these got a type all the same
    state         text        not null check (state in ('CANDIDATE', 'IN_FORCE', 'FORMER')),
    decided_by    text        not null default '',
    decided_at    timestamptz
);
create unique index word_model_in_force on word_model (state) where state = 'IN_FORCE';

create table word_model_type (
    id     text primary key, -- <number>/<type>
    number integer not null references word_model,
    type   text    not null,
    papers integer not null,
    right_named integer not null,
    wrong_named integer not null
);

-- When the next one is learned: one row.
create table word_lesson (
    only_one boolean primary key default true check (only_one),
    due_at   timestamptz not null,
    asked_by text        not null default '' -- '' for the schedule
);
insert into word_lesson (due_at) values (now() + interval '30 days');
