package io.stockroom.reference;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request with its response. Header names are case-insensitive.
 *
 * @param responseBody uncompressed
 */
public record RecordedExchange(String method, URI uri, Map<String, List<String>> requestHeaders, byte[] requestBody, int status,
        Map<String, List<String>> responseHeaders, byte[] responseBody) {

    public RecordedExchange {
        requestHeaders = caseInsensitive(requestHeaders);
        responseHeaders = caseInsensitive(responseHeaders);
    }

    /** Returns the media type without parameters; empty if there is none. */
    static String mediaType(Map<String, List<String>> headers) {
        return headers.getOrDefault("Content-Type", List.of("")).get(0).split(";", 2)[0].strip();
    }

    private static Map<String, List<String>> caseInsensitive(Map<String, List<String>> headers) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return all;
    }
}
