package io.stockroom.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.reference.ApiDocument;
import io.stockroom.reference.Conformance;
import io.stockroom.reference.RecordedExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** HTTP client that follows {@code next} links, exposes the raw response bytes, and validates each response against the API document. */
final class Links {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Conformance CONFORMANCE = new Conformance(ApiDocument.read());
    private static final Pattern NEXT = Pattern.compile("<(http://[^>]+)>; rel=\"next\"");

    /** @param size of the body in bytes as received, compressed or not */
    record Part(HttpResponse<byte[]> response, String text, int size) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private Links() {
    }

    /** Returns the responses from that URI up to the last part. */
    static List<Part> follow(URI start, String accept, boolean gzip, Consumer<Part> afterEach) throws IOException, InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (URI next = start; next != null;) {
            Part part = get(next, accept, gzip);
            assertEquals(200, part.response().statusCode(), part.text());
            parts.add(part);
            afterEach.accept(part);
            next = next(part);
            assertTrue(parts.size() < 1000, "the links do not end");
        }
        return parts;
    }

    static URI next(Part part) {
        Matcher link = NEXT.matcher(part.header("Link"));
        return link.matches() ? URI.create(link.group(1)) : null;
    }

    static Part get(URI uri, String accept, boolean gzip) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept);
        if (gzip) {
            request.header("Accept-Encoding", "br, gzip");
        }
        HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        byte[] body = response.body();
        boolean compressed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] plain = compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
        CONFORMANCE.check(new RecordedExchange("GET", uri, response.request().headers().map(), null, response.statusCode(),
                response.headers().map(), plain));
        return new Part(response, new String(plain, StandardCharsets.UTF_8), body.length);
    }
}
