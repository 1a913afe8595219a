package vn.sohoa.extraction;

import java.util.Map;
import vn.sohoa.page.Box;

/**
 * What the QR or the machine-readable zone of an identity card told.
 *
 * @param source QR or MRZ
 * @param parts dates as {@code dd/MM/yyyy}; without those that the card leaves empty
 * @param page its place in the document, from 0
 */
public record CardCode(Found.Source source, Map<CardPart, String> parts, int page, Box box) {
    public CardCode {
        parts = Map.copyOf(parts);
    }
}
