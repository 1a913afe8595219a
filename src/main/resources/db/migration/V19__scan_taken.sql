-- As what a scan that had ended was last taken up by the room that gathers such scans (vn.sohoa.scan.Ended); null: never.
alter table scan add column taken_as text;
update scan set taken_as = b.outcome from book_scan b where b.scan_id = scan.id;

-- What a counter has that is still to be taken up. In the order in which it is asked for: a planner cannot know how few of a
-- counter that is taken up are in here, and would rather read the whole table.
create index scan_untaken on scan (counter_id, id) where taken_as is distinct from state;

-- Nobody asks any more which scan of a book ended last.
drop index book_scan_ended;
