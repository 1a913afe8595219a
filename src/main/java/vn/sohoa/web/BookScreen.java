package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sohoa.register.BookView;
import vn.sohoa.register.CaseState;
import vn.sohoa.register.Finding;

/** Books in the words of one language. */
final class BookScreen {
    private BookScreen() {}

    /** How many cases are in a state. */
    record Count(String state, String words, int count) {}

    record Line(
            UUID id,
            String unit,
            String key,
            String register,
            String state,
            String stateWords,
            String pages,
            List<Count> counts,
            int percent) {}

    record PageLine(
            UUID id, String number, String name, int position, String state, String stateWords, int cases, int open) {
        boolean standing() {
            return state.equals("KEPT") || state.equals("BLANK");
        }
    }

    record OddLine(String name, String words, UUID scan) {}

    record DeliveryLine(
            UUID id,
            String name,
            String at,
            int cases,
            boolean passed,
            List<String> findings,
            String gaps,
            String gapsReason,
            String xlsxSize,
            String zipSize,
            String xlsxSha256,
            String zipSha256) {}

    static Line line(BookView book, Words words) {
        List<Count> counts = new ArrayList<>();
        int all = 0;
        for (CaseState state : CaseState.values()) {
            int count = book.count(state);
            if (count > 0) {
                counts.add(new Count(state.name(), words.text("case." + state), count));
                all += state == CaseState.VOID ? 0 : count;
            }
        }
        String pages = book.declared().isPresent()
                ? book.found() + " / " + book.declared().getAsInt()
                : String.valueOf(book.found());
        return new Line(
                book.id(),
                book.unit(),
                Label.of(book.key()),
                book.facts().kind().isEmpty()
                        ? ""
                        : "%s %s, %s"
                                .formatted(
                                        book.facts().kind(),
                                        book.facts().years(),
                                        book.facts().number()),
                book.state().name(),
                words.text("book." + book.state()),
                pages,
                counts,
                all == 0 ? 0 : (all - book.open()) * 100 / all);
    }

    static PageLine page(BookView.Page page, Words words) {
        return new PageLine(
                page.id(),
                page.number().isPresent() ? String.valueOf(page.number().getAsInt()) : "",
                Label.of(page.name()),
                page.position() + 1,
                page.state().name(),
                words.text("bookpage." + page.state()),
                page.cases(),
                page.open());
    }

    static OddLine odd(BookView.Odd odd, Words words) {
        return new OddLine(Label.of(odd.name()), words.text("state.SCAN." + odd.outcome()), odd.scan());
    }

    static DeliveryLine delivery(BookView.Delivery delivery, Words words) {
        return new DeliveryLine(
                delivery.id(),
                delivery.name(),
                words.time(delivery.at()),
                delivery.cases(),
                delivery.passed(),
                delivery.findings().stream()
                        .map(finding -> finding(finding, words))
                        .toList(),
                delivery.gaps(),
                Label.of(delivery.gapsReason()),
                words.size(delivery.xlsxBytes()),
                words.size(delivery.zipBytes()),
                delivery.xlsxSha256(),
                delivery.zipSha256());
    }

    private static String finding(Finding finding, Words words) {
        return words.text("finding." + finding.kind(), finding.detail());
    }
}
