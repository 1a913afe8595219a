package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.List;

/** What lies in a scanner's tray at once: the pages of one file, with the papers they make. */
record Pile(String name, String format, Page.Scanner scanner, List<Page> pages, List<Paper> papers, long seed) {
    /** @param code of the cover sheet before it, or empty */
    record Paper(Form form, List<Integer> pages, java.util.Map<String, Object> fields, String code) {}

    /** The same seed and number make the same pile. */
    static Pile of(long seed, int number) {
        return of(seed, number, Generate.Wanted.ANY);
    }

    static Pile of(long seed, int number, Generate.Wanted wanted) {
        Dice dice = new Dice(seed * 1_000_003L + number);
        Page.Scanner scanner = Page.Scanner.of(dice);
        boolean stack = dice.chance(0.06) && wanted.equals(Generate.Wanted.ANY);
        List<Page> pages = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        if (stack) {
            stack(dice, scanner, pages, papers);
        } else {
            Form form = wanted.form().orElse(dice.of(Form.usual()));
            String damage = wanted.damage().orElse(dice.of(Damage.NAMES));
            add(pages, papers, Page.paper(form, damage, scanner, dice), "");
        }
        String format = scanner.mode().equals("bw")
                ? stack ? "tiff-g4" : dice.of("tiff-g4", "png")
                : stack ? "pdf" : dice.of("jpg", "pdf");
        String kind = stack ? "stack" : papers.get(0).form.code();
        String end = format.equals("tiff-g4") ? "tif" : format;
        return new Pile(String.format("p%d-%05d-%s.%s", seed, number, kind, end), format, scanner, pages, papers, seed);
    }

    private static void stack(Dice dice, Page.Scanner scanner, List<Page> pages, List<Paper> papers) {
        int dossiers = dice.between(1, 2);
        for (int i = 0; i < dossiers; i++) {
            String code = Covers.code(dice);
            pages.add(Page.cover(code, "mild", scanner, dice.fork()));
            int count = dice.between(1, 3);
            for (int j = 0; j < count; j++) {
                add(
                        pages,
                        papers,
                        Page.paper(dice.of(Form.usual()), dice.of(Damage.NAMES), scanner, dice.fork()),
                        code);
                if (dice.chance(0.3)) {
                    pages.add(Page.blank(dice.chance(0.6), scanner, dice.fork()));
                }
            }
        }
    }

    private static void add(List<Page> pages, List<Paper> papers, Page page, String code) {
        papers.add(new Paper(page.form().orElseThrow(), List.of(pages.size()), page.fields(), code));
        pages.add(page);
    }
}
