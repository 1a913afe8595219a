package vn.sohoa.ocr;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vn.sohoa.page.Look;

/**
 * How a page's image looks, as key {@code q} of {@link WordsJson}: the width of edges in thousandths of a millimetre,
 * brightness of the paper, contrast and shade in thousandths, and how many strokes the border cuts.
 */
public final class LookJson {
    static final String KEY = "q";
    private static final double THOUSAND = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private LookJson() {}

    static void write(Look look, JsonGenerator json) {
        json.writeName(KEY);
        json.writeStartArray();
        for (double value : new double[] {look.edge(), look.paper(), look.contrast(), look.shade()}) {
            json.writeNumber(Math.round(value * THOUSAND));
        }
        json.writeNumber(look.cut());
        json.writeEndArray();
    }

    /**
     * Reads it out of what {@link WordsJson} wrote; nothing for a page whose pixels nobody saw.
     *
     * @throws IllegalStateException where it is something else: we wrote it ourselves, so that is our bug
     */
    public static Optional<Look> read(byte[] words) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(words))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (key.equals(KEY)) {
                    return Optional.of(new Look(
                            thousandths(json), thousandths(json), thousandths(json), thousandths(json), number(json)));
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IllegalStateException("not the words of a page: " + e.getMessage(), e);
        }
    }

    private static double thousandths(JsonParser json) {
        return number(json) / THOUSAND;
    }

    private static int number(JsonParser json) {
        json.nextToken();
        return json.getIntValue();
    }
}
