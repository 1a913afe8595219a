package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import vn.sohoa.page.PageKind;

@Entity(name = "PageRow")
@Table(name = "page")
class PageRow extends WorkRow {
    UUID scanId;
    int position;

    @Enumerated(EnumType.STRING)
    PageKind kind;

    String encoding;
    int width;
    int height;
    int dpi;
    String imageKey;
    String resultKey = "";
    String textSource = "";
    float confidence;

    /** How far a person turned it clockwise to stand upright: 0, 90, 180 or 270. */
    int turn;

    int letters;

    /** As {@link Flaws} writes them. */
    String flaws = "";

    @SuppressWarnings("NullAway.Init")
    PageRow() {}
}
