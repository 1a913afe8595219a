package vn.sohoa.dossier;

import vn.sohoa.common.Reason;

/**
 * A row of a list that is not taken.
 *
 * @param line where the row begins, from 1; 0 when it concerns the file as a whole
 * @param column as the list calls it; empty when it concerns the row as a whole
 */
public record RowError(long line, String column, Reason reason) {}
