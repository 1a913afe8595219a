package vn.sohoa.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Folding;

@Entity(name = "DossierRow")
@Table(name = "dossier")
class DossierRow {
    @Id
    UUID id;

    UUID unitId;
    String code;
    String canonical;
    String procedureCode = "";
    String holderName = "";
    String holderFolded = "";
    String holderNumber = "";

    @Nullable
    LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    DossierView.State state;

    @Enumerated(EnumType.STRING)
    DossierView.Source source;

    String said = "";
    String createdBy;
    int version;
    Instant createdAt;
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    DossierRow() {}

    /** A part of a dossier that is told from outside. */
    enum Part {
        PROCEDURE,
        NAME,
        NUMBER,
        RECEIVED
    }

    /** The parts that a line tells, as the column {@code said} holds them. */
    static String told(DossierLine line) {
        Set<String> parts = new TreeSet<>();
        for (Part part : Part.values()) {
            if (!value(line, part).isEmpty()) {
                parts.add(part.name());
            }
        }
        return String.join(" ", parts);
    }

    /** Takes over what a list tells and no person has told; whether that changed anything. */
    boolean learn(DossierLine line) {
        Set<String> persons = Set.of(said.split(" "));
        boolean changed = false;
        for (Part part : Part.values()) {
            String told = value(line, part);
            if (!told.isEmpty() && !persons.contains(part.name()) && !told.equals(value(part))) {
                write(part, told);
                changed = true;
            }
        }
        return changed;
    }

    /** Takes over what a person tells. */
    void teach(DossierLine line) {
        for (Part part : Part.values()) {
            String told = value(line, part);
            if (!told.isEmpty()) {
                write(part, told);
            }
        }
    }

    /** Takes over what a person says, nothing included; whether that changed anything. */
    boolean correct(DossierLine line) {
        Set<String> persons = new TreeSet<>(Set.of(said.split(" ")));
        boolean changed = false;
        for (Part part : Part.values()) {
            if (!value(line, part).equals(value(part))) {
                write(part, value(line, part));
                persons.add(part.name());
                changed = true;
            }
        }
        persons.remove("");
        said = String.join(" ", persons);
        return changed;
    }

    private static String value(DossierLine line, Part part) {
        return switch (part) {
            case PROCEDURE -> line.procedure();
            case NAME -> line.holderName();
            case NUMBER -> line.holderNumber();
            case RECEIVED -> line.received().map(LocalDate::toString).orElse("");
        };
    }

    private String value(Part part) {
        return switch (part) {
            case PROCEDURE -> procedureCode;
            case NAME -> holderName;
            case NUMBER -> holderNumber;
            case RECEIVED -> receivedOn == null ? "" : receivedOn.toString();
        };
    }

    private void write(Part part, String value) {
        switch (part) {
            case PROCEDURE -> procedureCode = value;
            case NAME -> {
                holderName = value;
                holderFolded = Folding.words(value);
            }
            case NUMBER -> holderNumber = value;
            case RECEIVED -> receivedOn = value.isEmpty() ? null : LocalDate.parse(value);
        }
    }

    DossierView view() {
        return new DossierView(
                id,
                unitId,
                code,
                canonical,
                procedureCode,
                holderName,
                holderNumber,
                Optional.ofNullable(receivedOn),
                state,
                source,
                version,
                createdAt);
    }
}
