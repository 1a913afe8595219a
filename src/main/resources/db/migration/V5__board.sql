-- What the status page and the health check ask for, answered from indexes however many scans there are.

-- Lists, newest first, by id (version 7: ids grow with time).
create index scan_by_state on scan (state, id);
create index scan_by_unit on scan (unit_id, id);
create index scan_by_counter on scan (counter_id, id);

-- The oldest unfinished row of a stage.
create index scan_waiting on scan (created_at) where state in ('RECEIVED', 'SPLITTING');
create index page_waiting on page (created_at) where state in ('WAITING', 'READING');
create index document_waiting on document (created_at) where state in ('CUT', 'RENDERING');

-- When a stage last finished something.
create index history_finished on history (subject, from_state, at);
