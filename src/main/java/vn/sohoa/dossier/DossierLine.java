package vn.sohoa.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.sohoa.common.DossierCode;

/**
 * What a list, a form or a cover sheet tells of a dossier.
 *
 * @param procedure its code, in the national or the longer local form; empty where it is not told
 * @param holderName empty where it is not told
 * @param holderNumber personal number, or that of another paper; empty where it is not told
 */
public record DossierLine(
        DossierCode code, String procedure, String holderName, String holderNumber, Optional<LocalDate> received) {
    /** Nothing is known but the code. */
    public static DossierLine of(DossierCode code) {
        return new DossierLine(code, "", "", "", Optional.empty());
    }
}
