package vn.sohoa.dossier;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Step;

/** Enters the right rows of a list and tells the wrong ones. Entering it again changes nothing. */
@Component
public class ListTaking {
    private static final int MOST_ERRORS = 1_000;

    private final Dossiers dossiers;

    ListTaking(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Each row stands for itself: a list that breaks off half way leaves what was right before. */
    public ListReport take(UUID unit, InputStream list, DossierList.Format format, String actor) {
        Map<Taken, Integer> counts = new EnumMap<>(Taken.class);
        List<RowError> errors = new ArrayList<>();
        int[] more = new int[1];
        try {
            DossierList.read(list, format, line -> counts.merge(entered(unit, line, actor), 1, Integer::sum), error -> {
                if (errors.size() < MOST_ERRORS) {
                    errors.add(error);
                } else {
                    more[0]++;
                }
            });
        } catch (BadInput e) {
            errors.add(new RowError(0, "", e.reason()));
        }
        return new ListReport(
                counts.getOrDefault(Taken.NEW, 0),
                counts.getOrDefault(Taken.CHANGED, 0),
                counts.getOrDefault(Taken.UNCHANGED, 0),
                errors,
                more[0]);
    }

    private Taken entered(UUID unit, DossierLine line, String actor) {
        Taken taken = dossiers.take(unit, line, actor);
        Step.LIST_ROW_ENTERED.reached();
        return taken;
    }
}
