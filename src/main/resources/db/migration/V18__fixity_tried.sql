-- When the store last failed to deliver a stored original that was to be read again: it goes behind the others.
alter table scan add column fixity_tried_at timestamptz;

-- The order in which originals are read again; either moment may be missing.
create index scan_fixity_order on scan (greatest(fixity_at, fixity_tried_at) nulls first) where object_key <> '';
