-- The review desk: who has a document on the desk, and which pages a document that was split or joined once had.

create table review_lease (
    document_id  uuid primary key references document,
    unit_id      uuid        not null references unit,
    account_id   uuid        not null,
    account_name text        not null,
    taken_at     timestamptz not null,
    leased_until timestamptz not null
);
call scope_by_unit('review_lease');

create index document_review on document (created_at, id) where state = 'IN_REVIEW';

-- A page is in one document that counts; a document that was replaced keeps the memory of its pages.
alter table document_page
    add column live boolean not null default true,
    drop constraint document_page_page_id_key;
create unique index document_page_live on document_page (page_id) where live;
create index document_page_page on document_page (page_id);
