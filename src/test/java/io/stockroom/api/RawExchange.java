package io.stockroom.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A request that is sent byte for byte over a socket, as no client library would, and its response.
 *
 * @param status the status code
 * @param text   the headers and the body
 */
record RawExchange(int status, String text) {

    private static final int TIMEOUT_MILLIS = 30_000;

    /** @param head the request line and the headers, of which each character is one byte */
    static RawExchange send(URI api, List<String> head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((String.join("\r\n", head) + "\r\nHost: " + api.getAuthority() + "\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
        request.writeBytes(body);
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toByteArray());
            String response = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return new RawExchange(Integer.parseInt(response.split(" ", 3)[1]), response);
        }
    }

    /** Returns whether the response has this header; servers spell names in their own way. */
    boolean hasHeader(String name, String value) {
        return text.toLowerCase(Locale.ROOT).contains("\r\n" + name.toLowerCase(Locale.ROOT) + ": " + value + "\r\n");
    }

    /** Returns the characters that stand for these bytes in a header or a request line. */
    static String bytes(int... bytes) {
        StringBuilder characters = new StringBuilder();
        for (int each : bytes) {
            characters.append((char) each);
        }
        return characters.toString();
    }
}
