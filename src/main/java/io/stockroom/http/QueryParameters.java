package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.input.Input;
import io.stockroom.input.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The query of a request. API Gateway decodes it, and does not document what it makes of ill-formed UTF-8: the raw query shows that,
 * and so does the replacement character in a decoded parameter.
 */
final class QueryParameters {

    private QueryParameters() {
    }

    /** Returns the query as a part of the request, with a violation for each parameter that is not text. */
    static Input of(APIGatewayV2HTTPEvent event, Input path) {
        Map<String, String> parameters = new TreeMap<>();
        Map<String, List<String>> occurrences = new TreeMap<>();
        Set<String> illFormed = illFormed(event.getRawQueryString() == null ? "" : event.getRawQueryString(), occurrences);
        if (event.getQueryStringParameters() != null) {
            event.getQueryStringParameters().forEach((name, value) -> {
                if (Utf8.isIntact(name) && (value == null || Utf8.isIntact(value))) {
                    parameters.put(name, value);
                } else {
                    illFormed.add(name);
                }
            });
        }
        parameters.keySet().removeAll(illFormed);
        Input query = path.query(parameters, occurrences);
        illFormed.forEach(name -> query.field(name).violation("must be percent-encoded UTF-8, without the replacement character U+FFFD"));
        return query;
    }

    /** @param occurrences gets the values of the parameters that are text, one for each occurrence */
    private static Set<String> illFormed(String rawQuery, Map<String, List<String>> occurrences) {
        Set<String> names = new TreeSet<>();
        for (String pair : rawQuery.split("&")) {
            String[] parts = pair.split("=", 2);
            Optional<byte[]> name = decoded(parts[0]);
            Optional<String> text = name.flatMap(Utf8::decodeExactly);
            Optional<String> value = decoded(parts.length == 1 ? "" : parts[1]).flatMap(Utf8::decodeExactly);
            if (text.isPresent() && value.isPresent()) {
                occurrences.computeIfAbsent(text.get(), any -> new ArrayList<>()).add(value.get());
            } else {
                names.add(name.map(bytes -> new String(bytes, UTF_8)).orElse(parts[0]));
            }
        }
        return names;
    }

    /** Returns the bytes; empty if a percent sign is not followed by two hexadecimal digits. */
    static Optional<byte[]> decoded(String text) {
        byte[] encoded = text.replace('+', ' ').getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int octet = encoded[i];
            if (octet == '%') {
                int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
                int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                octet = high * 16 + low;
                i += 2;
            }
            decoded.write(octet);
        }
        return Optional.of(decoded.toByteArray());
    }
}
