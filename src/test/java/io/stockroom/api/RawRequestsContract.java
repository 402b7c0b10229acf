package io.stockroom.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests byte for byte: ill-formed UTF-8, and headers that are sent in several lines. */
abstract class RawRequestsContract extends ApiContract {

    private static final String NOT_UTF_8 = "must be well-formed UTF-8, without the replacement character U+FFFD";
    private static final String POST_OPERATION = "POST " + OPERATIONS + " HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";
    private static final byte[] OVERLONG_SLASH = {(byte) 0xc0, (byte) 0xaf};

    private final String key = "key-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"4564%20", "%204564", "%2B4564", "+4564", "04564", "4564%09", "4564%00", "45%2064", "4564%C0%AF", "4564%FF",
            "4564%EF%BF%BD",
            "%D9%A4%D9%A5%D9%A6%D9%A4", "4564.0", "-4564", "4564%2C4565", "9223372036854775808"})
    void aLocationIsWrittenInDigitsAlone(String location) throws IOException {
        assertRejected(get("/storages/" + location), "location_id must be a positive whole number, without spaces, signs or leading zeros");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=%C0%AF", "page=%FF", "page=1%ED%A0%80", "page=%EF%BF%BD"})
    void aParameterIsUtf8(String query) throws IOException {
        assertRejected(get(TRANSACTIONS + '?' + query), "page must be percent-encoded UTF-8, without the replacement character U+FFFD");
    }

    @Test
    void aParameterNameIsUtf8() throws IOException {
        assertRejected(get(STORAGES + "?pa%C0%AFge=1"), "must be percent-encoded UTF-8, without the replacement character U+FFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "Content-Type: application/vnd.shop+json", "X-No-Content-Type: 1"})
    void aBodyIsUtf8(String contentType) throws IOException {
        assertRejected(send(List.of(POST_OPERATION, contentType), withOverlongSlash()), "the body " + NOT_UTF_8);
        assertEquals(List.of(), booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "Content-Type: application/vnd.shop+json"})
    void aSignedBodyIsUtf8(String contentType) throws Exception {
        byte[] body = withOverlongSlash();
        assertRejected(send(Stream.concat(signed(body).stream(), Stream.of(contentType)).toList(), body), "the body " + NOT_UTF_8);
    }

    @Test
    void aHeaderIsUtf8() throws IOException {
        byte[] body = SignedWebhook.json(sale()).getBytes(UTF_8);
        assertRejected(send(List.of(POST_OPERATION, JSON, "Idempotency-Key: " + RawExchange.bytes(0xc0, 0xaf)), body),
                "Idempotency-Key must be");
        assertEquals(List.of(), booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:00:00.000+02:00", "2026-11-20T10:00:00+02:00", "2026-11-20T10:00+0200",
            "2026-11-20T10:00:00.5+02"})
    void aPlusBeforeAnOffsetNeedNotBeEncoded(String timestamp) throws IOException {
        for (String parameter : List.of("changed_after", "changed_before")) {
            RawExchange exchange = get(TRANSACTIONS + "?count=1&" + parameter + '=' + timestamp);
            assertEquals(200, exchange.status(), exchange::text);
        }
    }

    @Test
    void oneKeyOnOneOrTwoLinesIsOneDocument() throws IOException {
        assertBooked(false, "Idempotency-Key: " + key);
        assertBooked(true, "Idempotency-Key: " + key, "Idempotency-Key: " + key);
        assertBooked(true, "Idempotency-Key: \"" + key + '"', "idempotency-key: " + key);
        assertBooked(true, "Idempotency-Key: \"" + key + "\";v=1");

        assertEquals(1, booked().size());
    }

    @Test
    void aKeyWithACommaIsQuoted() throws IOException {
        assertBooked(false, "Idempotency-Key: \"" + key + ",1\"");
        assertBooked(true, "Idempotency-Key: \"" + key + ",1\"", "Idempotency-Key: \"" + key + ",1\"");
        String error = "Idempotency-Key must be sent once; a key that contains a comma must be in double quotes";
        assertRejected(book("Idempotency-Key: " + key + ",1"), error);
        assertRejected(book("Idempotency-Key: " + key, "Idempotency-Key: 1"), error);
        assertRejected(book("Idempotency-Key: \"k\", \"l\""), error);

        assertEquals(1, booked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc", "\"ab\"c-1\"", "\"", "\"a\" b"})
    void aKeyInQuotesIsAWholeString(String header) throws IOException {
        assertRejected(book("Idempotency-Key: " + header), "Idempotency-Key must be one string of RFC 8941");
        assertEquals(List.of(), booked());
    }

    @Test
    void equalContentTypesCountOnce() throws IOException {
        byte[] body = SignedWebhook.json(sale()).getBytes(UTF_8);

        assertEquals(200, send(List.of(POST_OPERATION, JSON, JSON), body).status());
        assertRejected(send(List.of(POST_OPERATION, JSON, "Content-Type: text/plain"), body),
                "Content-Type must not be sent more than once with different values");
        assertEquals(1, booked().size());
    }

    @Test
    void linesOfASignatureAreOneList() throws Exception {
        byte[] body = SignedWebhook.json(sale()).getBytes(UTF_8);
        List<String> head = signed(body);
        List<String> twice = new ArrayList<>(head);
        twice.addAll(head.subList(1, 4));
        twice.add("webhook-signature: v1,AAAA v1a,AAAA");
        twice.add(JSON);

        RawExchange exchange = send(twice, body);

        assertEquals(202, exchange.status(), exchange::text);
        assertTrue(exchange.hasHeader("Idempotency-Key", '"' + key + '"'), exchange::text);
        twice.add("webhook-id: other");
        assertEquals(401, send(twice, body).status());
    }

    /** Returns the request line and headers of a webhook. The bytes are signed here, because the library signs text only. */
    private List<String> signed(byte[] body) throws Exception {
        long time = System.currentTimeMillis() / 1000;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(WebhooksContract.SECRET.substring("whsec_".length())), "HmacSHA256"));
        mac.update((key + '.' + time + '.').getBytes(UTF_8));
        return List.of("POST /webhooks/operations/4564 HTTP/1.1", "webhook-id: " + key, "webhook-timestamp: " + time,
                "webhook-signature: v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
    }

    private static byte[] withOverlongSlash() {
        byte[] body = SignedWebhook.json(sale()).replace("Заказ", "??").getBytes(UTF_8);
        for (int i = 0; i < body.length - 1; i++) {
            if (body[i] == '?' && body[i + 1] == '?') {
                System.arraycopy(OVERLONG_SLASH, 0, body, i, OVERLONG_SLASH.length);
            }
        }
        return body;
    }

    private void assertBooked(boolean replayed, String... keyLines) throws IOException {
        RawExchange exchange = book(keyLines);
        assertEquals(200, exchange.status(), exchange::text);
        assertEquals(replayed, exchange.hasHeader("Idempotency-Replayed", "true"), exchange::text);
    }

    private RawExchange book(String... keyLines) throws IOException {
        List<String> head = new ArrayList<>(List.of(POST_OPERATION, JSON));
        head.addAll(Arrays.asList(keyLines));
        return send(head, SignedWebhook.json(sale()).getBytes(UTF_8));
    }

    private RawExchange get(String target) throws IOException {
        return send(List.of("GET " + target + " HTTP/1.1"), new byte[0]);
    }

    private RawExchange send(List<String> head, byte[] body) throws IOException {
        return RawExchange.send(api, head, body);
    }

    private static void assertRejected(RawExchange exchange, String detail) {
        assertEquals(400, exchange.status(), exchange::text);
        assertTrue(exchange.text().replace("\\\"", "\"").contains(detail), exchange::text);
    }
}
