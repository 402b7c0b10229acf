package io.stockroom.altegio;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads the envelope of a response. Any body that is JSON is read, whatever its {@code Content-Type}: a proxy or a misconfigured
 * server may send another one, and a booking must not be lost to it. For the same reason ill-formed text is corrected here, before
 * anything else sees it: invalid UTF-8 and unpaired surrogates become U+FFFD. Control characters are well-formed and stay; they may
 * even be unescaped, which JSON does not permit.
 */
@ApplicationScoped
class ResponseReader {

    private final ObjectReader json;

    ResponseReader(ObjectMapper mapper) {
        this.json = mapper.readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature());
    }

    /** @throws InvalidResponseException if the body is not an envelope */
    Envelope read(RawResponse response) {
        if (response.body().length == 0) {
            throw new InvalidResponseException("empty body (" + response.description() + ")");
        }
        Object tree;
        try {
            tree = tree(response.body());
        } catch (IOException | NumberFormatException e) {
            throw new InvalidResponseException("not JSON (" + response.description() + ")");
        }
        return Envelope.of(TextTree.mapped(tree, TextTree::wellFormed))
                .orElseThrow(() -> new InvalidResponseException("not an envelope (" + response.description() + ")"));
    }

    /** Parses the bytes, which is fast; only if that fails, they are decoded first, which replaces invalid UTF-8. */
    private Object tree(byte[] body) throws IOException {
        try {
            return json.readValue(body);
        } catch (IOException invalidJsonOrUtf8) {
            return json.readValue(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        }
    }
}
