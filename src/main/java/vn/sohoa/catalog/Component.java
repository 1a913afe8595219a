package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A paper that a procedure asks for.
 *
 * @param code unique within its procedure
 * @param vi name for the screen
 * @param en name for the screen
 * @param types codes of the document types it may hold; empty: any
 * @param mustNotAsk the legal basis on which the citizen must not be asked for this paper; empty where it may be asked
 */
public record Component(
        String code,
        String vi,
        String en,
        List<String> types,
        boolean required,
        Digitize digitize,
        Optional<String> mustNotAsk) {
    /** Why a component is digitized at reception (Decree 107/2021/NĐ-CP). */
    public enum Digitize {
        RESULT_OF_PROCEDURE,
        SECTOR_LAW,
        PROVINCIAL_DECISION,
        NO
    }

    public Component {
        types = List.copyOf(types);
    }

    /** Whether a paper of this type can stand for the component. */
    public boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
