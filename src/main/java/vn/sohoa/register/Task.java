package vn.sohoa.register;

import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What one person is to key: a place on a page, and what they have keyed there themselves so far. Nothing in it tells
 * whether somebody else has keyed the case before.
 *
 * @param page its id in the records of scans
 * @param ordinal of the case on the page, from 1
 * @param casesOnPage how many the page is known to have
 * @param version to be carried by the next save
 */
public record Task(
        UUID keying,
        UUID unitId,
        UUID bookId,
        String bookKey,
        Form form,
        UUID page,
        OptionalInt pageNumber,
        int ordinal,
        int casesOnPage,
        Map<String, Answer> draft,
        int version) {}
