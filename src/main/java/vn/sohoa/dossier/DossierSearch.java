package vn.sohoa.dossier;

import java.util.Optional;

/**
 * What dossiers are looked for. Empty parts ask for nothing.
 *
 * @param code a part of the code, in either form
 * @param holderName a part of the name; diacritics and case do not matter
 * @param holderNumber the whole number
 */
public record DossierSearch(String code, String holderName, String holderNumber, Optional<DossierView.State> state) {
    public static final DossierSearch ALL = new DossierSearch("", "", "", Optional.empty());
}
