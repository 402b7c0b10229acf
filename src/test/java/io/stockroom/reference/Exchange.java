package io.stockroom.reference;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request and its answer, as they went over HTTP.
 *
 * @param sent   headers of the request, by their names in any case
 * @param answer the body of the answer, not compressed
 */
public record Exchange(String method, URI address, Map<String, List<String>> sent, byte[] request, int status,
        Map<String, List<String>> received, byte[] answer) {

    public Exchange {
        sent = inAnyCase(sent);
        received = inAnyCase(received);
    }

    /** The type without its parameters; empty when there is none. */
    static String mediaType(Map<String, List<String>> headers) {
        return headers.getOrDefault("Content-Type", List.of("")).get(0).split(";", 2)[0].strip();
    }

    private static Map<String, List<String>> inAnyCase(Map<String, List<String>> headers) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return all;
    }
}
