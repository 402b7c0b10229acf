package io.stockroom.altegio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Copies a response token by token, so that numbers keep their digits and fields their order, whatever they mean. Ill-formed text is replaced as in
 * {@link ResponseReader}, and Stockroom's markers are taken off them.
 */
@ApplicationScoped
class RelayedReader {

    private static final JsonReadFeature CONTROL_CHARACTERS = JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS;

    private final JsonFactory json;

    RelayedReader(ObjectMapper mapper) {
        this.json = mapper.getFactory();
    }

    /**
     * Returns the response as it is passed on.
     *
     * @param mask masks credentials in a text
     * @throws InvalidResponseException if it is not a JSON object
     */
    Relayed read(RawResponse response, UnaryOperator<String> mask) {
        UnaryOperator<String> change = text -> mask.apply(unmarked(TextTree.wellFormed(text)));
        try {
            return new Relayed(response.status(), copy(response.body(), change));
        } catch (IOException e) {
            throw new InvalidResponseException("not a JSON object (" + response.description() + ")");
        }
    }

    /** Parses the bytes; only if that fails, they are decoded first, which replaces invalid UTF-8. */
    private String copy(byte[] body, UnaryOperator<String> change) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            return copy(parser, change);
        } catch (IOException invalidJsonOrUtf8) {
            try (JsonParser parser = json.createParser(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8))) {
                return copy(parser, change);
            }
        }
    }

    private String copy(JsonParser from, UnaryOperator<String> change) throws IOException {
        from.enable(CONTROL_CHARACTERS.mappedFeature());
        if (from.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("Not an object");
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator to = json.createGenerator(text)) {
            do {
                copyToken(from, to, change);
            } while (!to.getOutputContext().inRoot() && from.nextToken() != null);
        }
        return text.toString();
    }

    private static void copyToken(JsonParser from, JsonGenerator to, UnaryOperator<String> change) throws IOException {
        switch (from.currentToken()) {
            case FIELD_NAME -> to.writeFieldName(change.apply(from.currentName()));
            case VALUE_STRING -> to.writeString(change.apply(from.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getText());
            default -> to.copyCurrentEvent(from);
        }
    }

    /** Typed readers expect a text where there was one, so that a comment of a marker alone becomes an empty text, not null. */
    private static String unmarked(String text) {
        if (Marker.in(text).isEmpty()) {
            return text;
        }
        String original = Marker.removedFrom(text);
        return original == null ? "" : original;
    }
}
