package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.sohoa.catalog.Calibration;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.WordModels;

/** What was measured before the machine may say of a value that nobody needs to look at it, and of papers told by words. */
@Controller
class CertaintyController {
    private final Calibration calibration;
    private final WordModels models;
    private final Catalog catalog;
    private final Words.Wording wording;

    CertaintyController(Calibration calibration, WordModels models, Catalog catalog, Words.Wording wording) {
        this.calibration = calibration;
        this.models = models;
        this.catalog = catalog;
        this.wording = wording;
    }

    /**
     * A sort of value.
     *
     * @param from the confidence, in percent
     * @param atMost the upper limit of the share of wrong ones, in percent
     */
    record Line(String sort, String from, int values, int sure, int wrong, String atMost) {
        static Line of(String sort, Calibration.Proof proof, Words words) {
            return new Line(
                    sort,
                    words.text("certainty.percent", proof.least()),
                    proof.values(),
                    proof.sure(),
                    proof.wrong(),
                    words.text("certainty.share", proof.atMost()));
        }
    }

    @GetMapping("/certainty")
    String page(Model model, Locale locale) {
        Words words = wording.in(locale);
        List<Line> lines = new ArrayList<>();
        for (Calibration.Measured one : calibration.sorts()) {
            String sort = words.text(
                    "sortAt." + one.sort().where(),
                    words.text("sort." + one.sort().kind()));
            lines.add(Line.of(sort, one.proof(), words));
        }
        calibration.twice().ifPresent(proof -> lines.add(Line.of(words.text("certainty.twice"), proof, words)));
        model.addAttribute("lines", lines);
        model.addAttribute(
                "words",
                models.all().stream()
                        .filter(entry -> entry.state() == WordModels.State.IN_FORCE)
                        .map(entry -> WordModelLine.of(entry, catalog, words, locale))
                        .toList());
        model.addAttribute(
                "how",
                words.text(
                        "certainty.how",
                        words.date(calibration.made()),
                        calibration.papers(),
                        calibration.engine(),
                        calibration.data(),
                        calibration.limit()));
        return "certainty";
    }
}
