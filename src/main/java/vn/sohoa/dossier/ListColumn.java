package vn.sohoa.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a list of dossiers, under the names that offices and systems give them. */
enum ListColumn {
    CODE(Set.of("mahoso", "sohoso", "mahosotthc", "code", "dossiercode")),
    PROCEDURE(Set.of("mathutuc", "matthc", "mathutuchanhchinh", "procedure", "procedurecode")),
    HOLDER_NAME(Set.of("chuhoso", "hoten", "hovaten", "nguoinop", "tenchuhoso", "holdername")),
    HOLDER_NUMBER(Set.of("sodinhdanh", "sodinhdanhcanhan", "socccd", "cccd", "sogiaytochuhoso", "holdernumber")),
    RECEIVED(Set.of("ngaytiepnhan", "ngaynhan", "received", "receivedon"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");

    private final Set<String> names;

    ListColumn(Set<String> names) {
        this.names = names;
    }

    /** The column that a heading means: accents, case, spaces and signs do not matter. */
    static Optional<ListColumn> named(String heading) {
        String folded = MARKS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        String plain = NOT_PLAIN.matcher(folded).replaceAll("");
        for (ListColumn column : values()) {
            if (column.names.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Without it there is no dossier. */
    boolean required() {
        return this == CODE || this == HOLDER_NAME;
    }
}
