package io.stockroom.altegio;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A response of Altegio before anything in it is read.
 *
 * @param headers the headers by name, in any case; of a repeated one the first
 */
record RawResponse(int status, Map<String, String> headers, byte[] body) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,60}/[\\w!#$&^.+-]{1,60}");

    /** Returns a response that the client did not map; the body of a redirect, for example, is left unread. */
    static RawResponse of(RestResponse<?> response) {
        return of(response.getStatus(), response.getStringHeaders(), response.getEntity() instanceof byte[] body ? body : null);
    }

    /** Returns a response with an error status; its body is empty if it cannot be read. */
    static RawResponse of(Response response) {
        byte[] body;
        try {
            body = response.readEntity(byte[].class);
        } catch (RuntimeException unreadable) {
            body = null;
        }
        return of(response.getStatus(), response.getStringHeaders(), body);
    }

    private static RawResponse of(int status, MultivaluedMap<String, String> all, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.forEach((name, values) -> headers.putIfAbsent(name, values.isEmpty() ? "" : values.get(0)));
        return new RawResponse(status, headers, body == null ? new byte[0] : body);
    }

    /** Returns the value of the header; null if there is none. */
    String header(String name) {
        return headers.get(name);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Returns the media type and the status, for a message: nothing else of a response that cannot be read is quoted. */
    String description() {
        String type = headers.getOrDefault(AnyBodyFilter.RECEIVED_TYPE, "").split(";", 2)[0].strip();
        return (type.isEmpty() ? "no Content-Type" : MEDIA_TYPE.matcher(type).matches() ? type : "an invalid Content-Type")
                + ", status " + status;
    }
}
