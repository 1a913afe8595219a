package vn.sohoa.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** A page as a recognizer may misread it: tone marks lost or changed, like letters mixed up, words cut or run together. */
final class Misreading {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final Map<Character, String> ALIKE = Map.ofEntries(
            Map.entry('l', "1I"),
            Map.entry('I', "l1"),
            Map.entry('1', "lI"),
            Map.entry('0', "Oo"),
            Map.entry('O', "0Q"),
            Map.entry('5', "S6"),
            Map.entry('8', "B3"),
            Map.entry('6', "5b"),
            Map.entry('3', "8"),
            Map.entry('7', "1"),
            Map.entry('9', "g4"),
            Map.entry('2', "Z"),
            Map.entry('h', "b"),
            Map.entry('n', "ru"),
            Map.entry('u', "n"),
            Map.entry('c', "e"),
            Map.entry('e', "c"),
            Map.entry('g', "q"),
            Map.entry('i', "íl"),
            Map.entry('a', "o"),
            Map.entry('ư', "u"),
            Map.entry('ơ', "o"),
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('â', "ă"),
            Map.entry(':', ".;"),
            Map.entry(',', "."),
            Map.entry('.', ","));
    private static final double SPLIT = 0.2;
    private static final double MERGE = 0.2;
    private static final double DROP = 0.1;

    private final Random random;
    private final double share;

    /** @param share of letters, 0 to 1 */
    Misreading(double share, long seed) {
        this.share = share;
        this.random = new Random(seed);
    }

    PageText of(PageText page) {
        return new PageText(
                page.width(),
                page.height(),
                page.dpi(),
                page.source(),
                page.blocks().stream()
                        .map(block ->
                                new Block(block.lines().stream().map(this::line).toList()))
                        .toList(),
                page.barcodes());
    }

    private Line line(Line line) {
        List<Word> words = new ArrayList<>();
        for (Word word : line.words()) {
            Word read = new Word(misread(word.text()), word.box(), word.confidence());
            Word last = words.isEmpty() ? read : words.get(words.size() - 1);
            if (!words.isEmpty() && random.nextDouble() < share * MERGE) {
                words.set(
                        words.size() - 1,
                        new Word(last.text() + read.text(), last.box().union(read.box()), read.confidence()));
            } else if (read.text().length() > 3 && random.nextDouble() < share * SPLIT) {
                int at = 1 + random.nextInt(read.text().length() - 1);
                Box box = read.box();
                int cut = Math.max(1, box.width() * at / read.text().length());
                words.add(new Word(
                        read.text().substring(0, at), new Box(box.x(), box.y(), cut, box.height()), read.confidence()));
                words.add(new Word(
                        read.text().substring(at),
                        new Box(box.x() + cut, box.y(), Math.max(1, box.width() - cut), box.height()),
                        read.confidence()));
            } else {
                words.add(read);
            }
        }
        return new Line(words);
    }

    private String misread(String word) {
        StringBuilder read = new StringBuilder();
        for (char letter : word.toCharArray()) {
            if (random.nextDouble() >= share) {
                read.append(letter);
                continue;
            }
            String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            String alike = ALIKE.getOrDefault(letter, "");
            if (plain.length() > 1 && random.nextBoolean()) {
                read.append(toned(plain));
            } else if (!alike.isEmpty()) {
                read.append(alike.charAt(random.nextInt(alike.length())));
            } else if (random.nextDouble() >= DROP) {
                read.append(letter);
            }
        }
        return read.isEmpty() ? word : read.toString();
    }

    /** Another tone, or none. */
    private String toned(String plain) {
        StringBuilder letters = new StringBuilder();
        plain.chars().filter(c -> TONES.indexOf(c) < 0).forEach(c -> letters.append((char) c));
        int tone = random.nextInt(TONES.length() + 1);
        if (tone < TONES.length()) {
            letters.append(TONES.charAt(tone));
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }
}
