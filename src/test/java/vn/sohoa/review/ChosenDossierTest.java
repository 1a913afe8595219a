package vn.sohoa.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Ids;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.Scans;

/** A person at the desk says which dossier a paper belongs to, and that it belongs to none. */
@ExtendWith(QuietApplication.class)
class ChosenDossierTest {
    @Test
    void aPaperIsPutOnADossierAndTakenOffAgain(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        Counter counter = papers.counter();
        Review review = application.getBean(Review.class);
        Scans scans = application.getBean(Scans.class);
        Dossiers dossiers = application.getBean(Dossiers.class);
        Person lan = new Person(Ids.next(), "lan", "Lan", Map.of(Role.CLERK, Set.of(counter.unitId())), false);
        DossierCode code = DossierCode.parse("H26.33.97-261123-0007").orElseThrow();
        dossiers.open(counter.unitId(), DossierLine.of(code), "lan");
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");

        review.dossier(new Edit(document, version(scans, document), lan), code.text());
        assertThat(dossiers.attachedTo(document)).isPresent();
        review.dossier(new Edit(document, version(scans, document), lan), " ");
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(scans.document(document).orElseThrow().dossierCode()).isEmpty();
        assertThat(dossiers.isPersons(document)).as("no machine puts it back").isTrue();
    }

    private static int version(Scans scans, UUID document) {
        return scans.document(document).orElseThrow().version();
    }
}
