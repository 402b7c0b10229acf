package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import io.stockroom.input.Utf8;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request that is passed on to Altegio, whatever their names: those of the URL, and those in the body of a GET, which
 * Altegio's clients send too. Of a parameter in both, that of the URL counts. A body may be a JSON object, which some libraries
 * call a form, or a form.
 */
final class RelayedQuery {

    private static final String FORM = "application/x-www-form-urlencoded";
    /** What clients send that serialize an empty set of parameters. */
    private static final List<String> EMPTY_BODIES = List.of("", "[]", "null", "\"\"");
    /** More digits are no number of Altegio's. */
    private static final int MAX_SCALE = 100;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private RelayedQuery() {
    }

    /**
     * Returns each parameter with its values, in their order.
     *
     * @param body empty if there is none
     * @throws InvalidInputException if a parameter is not text, or the body contains no parameters
     */
    static Map<String, List<String>> of(APIGatewayV2HTTPEvent event, String contentType, byte[] body) {
        RelayedQuery url = new RelayedQuery();
        if (event.getRawQueryString() != null) {
            url.addEncoded(event.getRawQueryString());
        } else if (event.getQueryStringParameters() != null) {
            event.getQueryStringParameters().forEach(url::add);
        }
        RelayedQuery query = new RelayedQuery();
        query.addBody(contentType, body);
        query.parameters.putAll(url.parameters);
        return query.parameters;
    }

    private void addBody(String contentType, byte[] body) {
        String text = Utf8.decode(body).orElseThrow(() -> new InvalidInputException(Violation.inBody("", Utf8.RULE))).strip();
        if (EMPTY_BODIES.contains(text)) {
            return;
        }
        if (contentType != null && contentType.startsWith(FORM) && !text.startsWith("{")) {
            addEncoded(text);
        } else {
            JsonBody.read(text).forEach((name, value) -> addJson(name.toString(), value));
        }
    }

    /** Adds a value as PHP's {@code http_build_query} would: Altegio reads both alike. */
    private void addJson(String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, each) -> addJson(name + "[" + key + "]", each));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> addJson(name + "[]", each));
        } else if (value != null) {
            add(name, text(name, value));
        }
    }

    private static String text(String name, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (!(value instanceof BigDecimal number)) {
            return value.toString();
        }
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new InvalidInputException(Violation.inBody("/" + name, "has too many digits"));
        }
        return number.toPlainString();
    }

    private void addEncoded(String pairs) {
        for (String pair : pairs.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                add(decoded(parts[0], parts[0]), parts.length == 1 ? "" : decoded(parts[0], parts[1]));
            }
        }
    }

    private static String decoded(String name, String text) {
        return QueryParameters.decoded(text).flatMap(Utf8::decodeExactly).orElseThrow(() -> new InvalidInputException(
                Violation.inParameter(new String(name.getBytes(UTF_8), UTF_8), "must be percent-encoded UTF-8")));
    }

    private void add(String name, String value) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value == null ? "" : value);
    }
}
