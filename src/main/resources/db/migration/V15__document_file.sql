-- What veraPDF said of the PDF/A made of a document, and where that lies when the document's file is somebody's own PDF.

alter table document
    add column pdf_check text not null default '' check (pdf_check in ('', 'OK', 'NOT_CHECKED', 'FAILED')),
    add column rendition_key text not null default '', -- in sohoa-documents; '' where the file itself is the PDF/A
    add column rendition_sha256 text,
    add column rendition_bytes bigint;
