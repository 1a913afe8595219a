-- What a scan's file holds besides its pages (scripts, actions, attachments), for people to know: codes with spaces between.
alter table scan add notes text not null default '';
