package vn.sohoa.extraction;

import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.page.Box;

/** Some tokens in a row. */
final class Tokens {
    private Tokens() {}

    static String text(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.colon() ? token.text() + ":" : token.text())
                .collect(Collectors.joining(" "))
                .strip();
    }

    static Box box(List<Token> tokens) {
        return tokens.stream().map(Token::box).reduce(Box::union).orElseThrow();
    }

    /** The least sure word decides. */
    static double confidence(List<Token> tokens) {
        return tokens.stream().mapToDouble(Token::confidence).min().orElse(0);
    }
}
