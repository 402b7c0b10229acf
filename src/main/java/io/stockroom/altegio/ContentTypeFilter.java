package io.stockroom.altegio;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Replaces the {@code Content-Type} of each response: with an invalid one the HTTP client would fail before the body is read. The
 * received one is kept for {@link RawResponse#description()}.
 */
@Priority(Integer.MAX_VALUE)
public class ContentTypeFilter implements ClientResponseFilter {

    static final String RECEIVED = "X-Stockroom-Content-Type";

    /** There are no headers if the connection failed. */
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getHeaders() == null) {
            return;
        }
        String received = response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().putSingle(RECEIVED, received == null ? "" : received);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    }
}
