package vn.sohoa.extraction;

import java.util.List;
import vn.sohoa.page.Box;

/** The print that a label or a place leads to. */
record Reach(String text, double confidence, int page, Box box) {
    static Reach of(List<Token> tokens, int page, double sureness) {
        return new Reach(Tokens.text(tokens), Tokens.confidence(tokens) * sureness, page, Tokens.box(tokens));
    }
}
