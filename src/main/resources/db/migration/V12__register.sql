-- Civil-registry books: pages found and declared, cases keyed blind by two people, differences decided by a third.

create table book (
    id             uuid primary key,
    unit_id        uuid        not null references unit,
    unit_code      text        not null,
    key            text        not null,            -- the folder below so-ho-tich; '' for pages that lie in none
    kind           text        not null default '', -- of the form, such as KS; '' until it is known
    years          text        not null default '' check (years ~ '^((19|20)\d{2}(-(19|20)\d{2})?)?$'),
    number         text        not null default '' check (number ~ '^(\d{2})?$'),
    declared_pages integer check (declared_pages between 1 and 9999), -- null: nobody said
    cases_a_page   integer     not null default 1 check (cases_a_page between 1 and 20),
    state          text        not null check (state in ('COLLECTING', 'KEYING', 'COMPARED', 'DELIVERED')),
    version        integer     not null default 0,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (unit_id, key),
    check (state = 'COLLECTING' or (kind <> '' and years <> '' and number <> ''))
);

-- Which scans have been taken into a book; a repeat and a refused file bring no pages but are shown.
create table book_scan (
    scan_id   uuid primary key references scan,
    unit_id   uuid        not null references unit,
    book_id   uuid        not null references book,
    name      text        not null,
    outcome   text        not null check (outcome in ('IN_REVIEW', 'FILED', 'REPEAT', 'QUARANTINED', 'STUCK')),
    repeat_of uuid,
    ended_at  timestamptz not null
);
create index book_scan_book on book_scan (book_id);
create index book_scan_ended on book_scan (ended_at);

create table book_page (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    book_id      uuid        not null references book,
    page_id      uuid        not null unique references page,
    scan_id      uuid        not null references scan,
    position     integer     not null, -- from 0, in its source
    name         text        not null, -- of the source file, a label only
    number       integer check (number between 1 and 99999), -- null: the file's name tells none
    state        text        not null check (state in ('KEPT', 'BLANK', 'DUPLICATE', 'SET_ASIDE')),
    duplicate_of uuid references book_page,
    changed_by   uuid,                 -- the account that corrected its number or set it aside
    created_at   timestamptz not null
);
create index book_page_book on book_page (book_id, number);
-- What stands in the book: each number once.
create unique index book_page_number on book_page (book_id, number) where state in ('KEPT', 'BLANK');

create table register_case (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    book_id      uuid        not null references book,
    book_page_id uuid        not null references book_page,
    ordinal      integer     not null check (ordinal between 1 and 99), -- from 1, on the page
    state        text        not null check (state in ('WAITING_FIRST', 'WAITING_SECOND', 'DIFFERENT', 'AGREED', 'DECIDED',
                                                       'EMPTY', 'VOID')),
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    unique (book_page_id, ordinal)
);
create index register_case_book on register_case (book_id, state);
create index register_case_open on register_case (unit_id, state, book_id)
    where state in ('WAITING_FIRST', 'WAITING_SECOND', 'DIFFERENT');

-- What one person keyed of one case. A draft until done_at; nobody keys a case twice.
create table keying (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    case_id      uuid        not null references register_case,
    turn         text        not null check (turn in ('FIRST', 'SECOND')),
    account_id   uuid        not null,
    answers      jsonb       not null default '{}', -- by column: {"kind": "VALUE|ILLEGIBLE|ABSENT", "text": "…"}
    no_case      boolean     not null default false, -- this place on the page holds no case
    version      integer     not null default 0,     -- fences a second tab
    leased_until timestamptz not null,
    created_at   timestamptz not null,
    done_at      timestamptz,
    unique (case_id, turn),
    unique (case_id, account_id)
);
create index keying_draft on keying (account_id) where done_at is null;

-- Who is deciding what two people keyed differently.
create table arbitration (
    case_id      uuid primary key references register_case,
    unit_id      uuid        not null references unit,
    account_id   uuid        not null,
    version      integer     not null default 0,
    leased_until timestamptz not null,
    done_at      timestamptz
);

create table decision (
    id         uuid primary key,
    unit_id    uuid        not null references unit,
    case_id    uuid        not null references register_case,
    field      text        not null,
    kind       text        not null check (kind in ('VALUE', 'ILLEGIBLE', 'ABSENT', 'NO_CASE')),
    text       text        not null,
    account_id uuid        not null,
    decided_at timestamptz not null,
    unique (case_id, field)
);

create table delivery (
    id           uuid primary key,
    unit_id      uuid        not null references unit,
    book_id      uuid        not null references book,
    name         text        not null,            -- of both files, without extension
    cases        integer     not null,
    passed       boolean     not null,            -- by our own checker; what did not pass is not offered
    report       text        not null,            -- what the checker found, one finding a line
    gaps         text        not null,            -- page numbers that are missing, as they were accepted
    gaps_reason  text        not null,
    xlsx_key     text        not null,            -- in sohoa-documents; '' when it did not pass
    xlsx_sha256  text        not null,
    xlsx_bytes   bigint      not null,
    zip_key      text        not null,
    zip_sha256   text        not null,
    zip_bytes    bigint      not null,
    account_id   uuid        not null,
    delivered_at timestamptz not null
);
create index delivery_book on delivery (book_id, id);

-- First keyer, second keyer and arbiter are three people, whatever a program believes.
create function three_people() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'keying' then
        if exists (select 1 from arbitration a where a.case_id = new.case_id and a.account_id = new.account_id) then
            raise exception 'who decides a case does not key it' using errcode = '23514';
        end if;
    elsif exists (select 1 from keying k where k.case_id = new.case_id and k.account_id = new.account_id) then
        raise exception 'who keyed a case does not decide it' using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger three_people before insert or update of account_id on keying for each row execute function three_people();
create trigger three_people before insert or update of account_id on arbitration for each row execute function three_people();
create trigger three_people before insert or update of account_id on decision for each row execute function three_people();

call scope_by_unit('book');
call scope_by_unit('book_scan');
call scope_by_unit('book_page');
call scope_by_unit('register_case');
call scope_by_unit('keying');
call scope_by_unit('arbitration');
call scope_by_unit('decision');
call scope_by_unit('delivery');
