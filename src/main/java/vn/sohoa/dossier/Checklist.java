package vn.sohoa.dossier;

import java.util.List;
import vn.sohoa.catalog.Component;

/**
 * What of a dossier is there and what is missing.
 *
 * @param lines the components of its procedure, in order; none where the procedure is not known
 * @param others papers that fit no component
 */
public record Checklist(DossierView dossier, List<Line> lines, List<Attachment> others) {
    public Checklist {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** Where a component stands. */
    public enum Standing {
        THERE,
        MISSING,
        /** Not there, and the citizen must not be asked for it; the component tells the legal basis. */
        MUST_NOT_ASK,
        OPTIONAL
    }

    /**
     * @param documents the papers that stand for the component
     */
    public record Line(Component component, Standing standing, List<Attachment> documents) {
        public Line {
            documents = List.copyOf(documents);
        }

        static Line of(Component component, List<Attachment> documents) {
            return new Line(component, standing(component, documents), documents);
        }

        private static Standing standing(Component component, List<Attachment> documents) {
            if (!documents.isEmpty()) {
                return Standing.THERE;
            }
            if (component.mustNotAsk().isPresent()) {
                return Standing.MUST_NOT_ASK;
            }
            return component.required() ? Standing.MISSING : Standing.OPTIONAL;
        }
    }

    /** Whether every component that must be there is there. */
    public boolean isComplete() {
        return lines.stream().noneMatch(line -> line.standing() == Standing.MISSING);
    }
}
