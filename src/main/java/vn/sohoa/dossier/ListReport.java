package vn.sohoa.dossier;

import java.util.List;

/**
 * What became of a list.
 *
 * @param errors the first of them, in the order of the list
 * @param moreErrors how many there were besides
 */
public record ListReport(int added, int changed, int unchanged, List<RowError> errors, int moreErrors) {
    public ListReport {
        errors = List.copyOf(errors);
    }

    /** The errors for a person: Vietnamese, then English. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (RowError error : errors) {
            text.append("dòng / line ").append(error.line());
            if (!error.column().isEmpty()) {
                text.append(" · ").append(error.column());
            }
            text.append(": ")
                    .append(error.reason().vi())
                    .append(" / ")
                    .append(error.reason().en())
                    .append('\n');
        }
        if (moreErrors > 0) {
            text.append("… +").append(moreErrors).append('\n');
        }
        return text.toString();
    }
}
