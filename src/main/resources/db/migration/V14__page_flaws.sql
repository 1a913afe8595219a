-- Why a page should better be scanned again: codes of reasons, each with its detail. Empty for a good scan.
alter table page add column flaws varchar(500) not null default '';

-- The status page asks for those of the scans it shows.
create index page_flaws on page (scan_id) where flaws <> '';
