-- What extraction is told of a form beyond its labels: sections, labels of nobody's field, words of running text, patterns.
-- Lists stand one entry a line; a section is its code and its headings with tabs between.

alter table document_type
    add column sections text not null default '',
    add column others   text not null default '';

alter table document_field
    add column phrases text not null default '',
    add column pattern text not null default '';
