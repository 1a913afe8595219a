package vn.sohoa.classification;

import vn.sohoa.page.PageKind;

/**
 * A page of a scan as separation sees it.
 *
 * @param page its place in the scan, from 0
 * @param dossier of a cover sheet, canonical; empty on other pages
 * @param verdict the type that the page begins, if it does
 * @param holder number on the card whose QR was read on the page; empty where none was
 * @param readable its words mean something; a page that lies upside down has none that do
 * @param letters how many were read
 * @param standing what it says of its place in a paper
 */
public record Side(
        int page,
        PageKind kind,
        String dossier,
        Verdict verdict,
        String holder,
        boolean readable,
        int letters,
        Standing standing) {}
