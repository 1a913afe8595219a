package vn.sohoa.ocr;

import java.util.List;
import java.util.Optional;
import vn.sohoa.barcode.MachineZone;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Finds the machine-readable zone among a page's lines. What the Vietnamese network read is often enough; where the
 * check digits do not agree, the three lines are read again with nothing allowed but what a zone consists of.
 */
final class ZoneReader {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
    private static final int LINES = 3;
    private static final double ROOM = 0.3;

    private final Latin latin;

    ZoneReader(Latin latin) {
        this.latin = latin;
    }

    /**
     * @param code in pixels of the straight page
     * @param lines the page's lines that are the zone
     */
    record Zone(Barcode code, List<Line> lines) {
        /** The page with the zone as its check digits say that it is. */
        List<Block> in(List<Block> blocks) {
            String[] texts = code.value().split("\n");
            return blocks.stream()
                    .map(block -> new Block(block.lines().stream()
                            .map(line -> lines.contains(line) ? sure(line, texts[lines.indexOf(line)]) : line)
                            .toList()))
                    .toList();
        }

        private static Line sure(Line line, String text) {
            return new Line(List.of(new Word(text, line.box(), 1)));
        }
    }

    Optional<Zone> find(Plane page, List<Block> blocks) {
        List<Line> lines = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> MachineZone.looksLike(line.text()))
                .toList();
        for (int i = 0; i + LINES <= lines.size(); i++) {
            List<Line> three = lines.subList(i, i + LINES);
            Optional<MachineZone> zone = MachineZone.parse(
                            three.stream().map(Line::text).toList())
                    .or(() -> MachineZone.parse(again(page, three)));
            if (zone.isPresent()) {
                Box box = three.stream().map(Line::box).reduce(Box::union).orElseThrow();
                return Optional.of(
                        new Zone(new Barcode(Barcode.Format.MRZ, zone.get().text(), box), three));
            }
        }
        return Optional.empty();
    }

    private List<String> again(Plane page, List<Line> lines) {
        return latin.read(page, lines.stream().map(Line::box).toList(), ALPHABET, ROOM).stream()
                .map(words -> String.join("", words.stream().map(Word::text).toList()))
                .toList();
    }
}
