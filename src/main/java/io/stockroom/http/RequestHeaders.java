package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.Utf8;
import io.stockroom.problems.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The headers of a request by their lower-case names. API Gateway joins the lines of a header that is sent more than once with commas,
 * in this form: {@code first,second}.
 */
record RequestHeaders(Map<String, String> values) {

    static RequestHeaders of(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
        return new RequestHeaders(headers.entrySet().stream()
                .filter(header -> header.getValue() != null)
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue,
                        (first, second) -> first + "," + second, TreeMap::new)));
    }

    /** Returns the lines of a header, joined with commas; null if it was not sent. */
    String joined(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    /** Returns the value of a header whose lines are all equal; otherwise its lines joined with commas, or null if it was not sent. */
    String single(String name) {
        String joined = joined(name);
        List<String> lines = joined == null ? List.of() : split(joined);
        return lines.size() > 1 && lines.stream().distinct().count() == 1 ? lines.get(0) : joined;
    }

    /**
     * Returns the Content-Type; null if it was not sent.
     *
     * @throws InvalidInputException if it was sent more than once with different values, or is not text
     */
    String contentType() {
        String value = single("content-type");
        if (value != null && !Utf8.isIntact(value)) {
            throw new InvalidInputException(Violation.inParameter("Content-Type", Utf8.RULE));
        }
        if (value != null && split(value).size() > 1) {
            throw new InvalidInputException(Violation.inParameter("Content-Type", "must not be sent more than once with different values"));
        }
        return value;
    }

    /** Splits at the commas outside quoted strings. */
    private static List<String> split(String joined) {
        List<String> lines = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                lines.add(joined.substring(start, i).strip());
                start = i + 1;
            }
        }
        lines.add(joined.substring(start).strip());
        return lines;
    }
}
