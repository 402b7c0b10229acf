package io.stockroom.altegio;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lets the HTTP client read the body of any response, and read it once. With an invalid {@code Content-Type} the client would fail,
 * so it is replaced; the received one is kept for {@link RawResponse#description()}.
 */
@Priority(Integer.MAX_VALUE)
public class AnyBodyFilter implements ClientResponseFilter {

    static final String RECEIVED_TYPE = "X-Stockroom-Content-Type";

    /** There are no headers if the connection failed. */
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getHeaders() == null) {
            return;
        }
        String received = response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().putSingle(RECEIVED_TYPE, received == null ? "" : received);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        if (response.hasEntity()) {
            response.setEntityStream(new ReceivedBody(response.getEntityStream()));
        }
    }

    /** A body that has been received completely. {@link InputStream#readAllBytes} would need twice the memory. */
    private static final class ReceivedBody extends FilterInputStream {

        ReceivedBody(InputStream body) {
            super(body);
        }

        @Override
        public byte[] readAllBytes() throws IOException {
            byte[] bytes = new byte[in.available()];
            int length = in.readNBytes(bytes, 0, bytes.length);
            byte[] rest = in.readAllBytes();
            if (length == bytes.length && rest.length == 0) {
                return bytes;
            }
            byte[] all = Arrays.copyOf(bytes, length + rest.length);
            System.arraycopy(rest, 0, all, length, rest.length);
            return all;
        }
    }
}
