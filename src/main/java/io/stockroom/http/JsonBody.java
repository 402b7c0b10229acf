package io.stockroom.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.input.Fault;
import io.stockroom.input.InvalidInput;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Reads a body that must be one JSON object: exact decimals, no member twice, nothing behind it. */
public final class JsonBody {

    static final int MOST_BYTES = 1_048_576;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {
    }

    /** @throws RuntimeException that becomes a 400, 413 or 415 */
    static Map<?, ?> read(byte[] body, String contentType) {
        if (contentType != null && !isJson(contentType)) {
            throw new RefusedRequest(415, "unsupported-media-type", "The body is not JSON",
                    "The Content-Type must be application/json");
        }
        if (body.length > MOST_BYTES) {
            throw new RefusedRequest(413, "body-too-large", "The body is too large",
                    "The body may have " + MOST_BYTES + " bytes, and has " + body.length);
        }
        return read(body);
    }

    /** @throws InvalidInput when it is no JSON object */
    public static Map<?, ?> read(byte[] body) {
        if (body.length == 0) {
            throw unreadable("is empty");
        }
        try {
            if (STRICT.readValue(body, Object.class) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw unreadable("is no readable JSON" + place(e.getLocation()));
        } catch (IOException | NumberFormatException e) {
            throw unreadable("is no readable JSON");
        }
        throw unreadable("must be a JSON object");
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static InvalidInput unreadable(String detail) {
        return new InvalidInput(Fault.inBody("", detail));
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }
}
