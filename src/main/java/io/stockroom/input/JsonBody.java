package io.stockroom.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.problems.RejectedRequestException;
import io.stockroom.problems.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a body that must be one JSON object: well-formed UTF-8, exact decimals, no duplicate fields, no trailing content. */
public final class JsonBody {

    /** One mebibyte, which is also the maximum of SQS. */
    public static final int MAX_BYTES = 1_048_576;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {
    }

    /**
     * Reads the body of a request.
     *
     * @param contentType null if the caller did not send it
     * @throws InvalidInputException if the body is not a JSON object
     * @throws RejectedRequestException with status 413 if it is too large, or 415 if the Content-Type is not JSON
     */
    public static Map<?, ?> read(byte[] body, String contentType) {
        if (contentType != null && !isJson(contentType)) {
            throw new RejectedRequestException(415, "unsupported-media-type", "Unsupported media type",
                    "The Content-Type must be application/json");
        }
        checkSize(body);
        return read(body);
    }

    private static void checkSize(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new RejectedRequestException(413, "body-too-large", "Request body too large",
                    "The body is " + body.length + " bytes; the limit is " + MAX_BYTES);
        }
    }

    /**
     * Reads a body that is one JSON object, or an array of them, whatever its Content-Type.
     *
     * @throws InvalidInputException if it is neither
     * @throws RejectedRequestException with status 413 if it is too large
     */
    public static List<Map<?, ?>> readObjects(byte[] body) {
        checkSize(body);
        Object value = value(Utf8.decode(body).orElseThrow(() -> invalid(Utf8.RULE)));
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object element : value instanceof List<?> array ? array : List.of(value == null ? "" : value)) {
            if (!(element instanceof Map<?, ?> object)) {
                throw invalid("must be a JSON object, or an array of JSON objects");
            }
            objects.add(object);
        }
        return objects;
    }

    /** @throws InvalidInputException if the body is not a JSON object in UTF-8 */
    public static Map<?, ?> read(byte[] body) {
        return parse(Utf8.decode(body).orElseThrow(() -> invalid(Utf8.RULE)));
    }

    /** @throws InvalidInputException if the text is not a JSON object, or not intact */
    public static Map<?, ?> read(String text) {
        if (!Utf8.isIntact(text)) {
            throw invalid(Utf8.RULE);
        }
        return parse(text);
    }

    private static Map<?, ?> parse(String text) {
        if (value(text) instanceof Map<?, ?> object) {
            return object;
        }
        throw invalid("must be a JSON object");
    }

    private static Object value(String text) {
        if (text.isEmpty()) {
            throw invalid("is empty");
        }
        try {
            return STRICT.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw invalid("is not valid JSON" + place(e.getLocation()));
        } catch (NumberFormatException e) {
            throw invalid("is not valid JSON");
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static InvalidInputException invalid(String detail) {
        return new InvalidInputException(Violation.inBody("", detail));
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
