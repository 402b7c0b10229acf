package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import io.stockroom.MovableClock;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares signatures with the independent Standard Webhooks library and its test vector. */
class SignatureVerifierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";

    private final MovableClock clock = new MovableClock();
    private final String now = String.valueOf(clock.instant().getEpochSecond());
    private final SignatureVerifier verifier = verifier(clock, SECRET);

    @Test
    void signsAndAcceptsTheTestVectorOfTheLibrary() {
        String expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

        assertEquals(expected, SigningSecret.of(SECRET).sign(ID, "1614265330", BODY.getBytes(UTF_8)));
        assertDoesNotThrow(() -> verifier(Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC), SECRET)
                .verify(null, ID, "1614265330", expected, BODY.getBytes(UTF_8)));
    }

    @Test
    void agreesWithTheLibraryInBothDirections() throws Exception {
        Random random = new Random(6);
        Clock system = Clock.systemUTC();
        for (int i = 0; i < 500; i++) {
            byte[] key = new byte[24 + random.nextInt(41)];
            random.nextBytes(key);
            String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
            String id = "msg_" + random.nextLong();
            String body = random.ints(random.nextInt(200), 0, 0xd800).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                    StringBuilder::append).toString();
            long time = system.instant().getEpochSecond();
            Webhook library = new Webhook(secret);

            String expected = library.sign(id, time, body);
            assertEquals(expected, SigningSecret.of(secret).sign(id, String.valueOf(time), body.getBytes(UTF_8)));
            assertDoesNotThrow(() -> verifier(system, secret).verify(null, id, String.valueOf(time), expected, body.getBytes(UTF_8)));
            assertDoesNotThrow(() -> library.verify(body, HttpHeaders.of(Map.of("webhook-id", List.of(id),
                    "webhook-timestamp", List.of(String.valueOf(time)), "webhook-signature",
                    List.of(SigningSecret.of(secret).sign(id, String.valueOf(time), body.getBytes(UTF_8)))), (name, value) -> true)));
        }
    }

    @Test
    void rejectsEverythingThatDiffersFromTheSignedMessage() throws Exception {
        String signature = new Webhook(SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);

        assertDoesNotThrow(() -> verifier.verify(null, ID, now, signature, BODY.getBytes(UTF_8)));
        assertRejected(ID, now, signature, BODY + " ");
        assertRejected("msg_another", now, signature, BODY);
        assertRejected(ID, String.valueOf(clock.instant().getEpochSecond() + 1), signature, BODY);
        assertRejected(ID, now, signature.replace("v1,", "v2,"), BODY);
        assertRejected(ID, now, signature.substring(3), BODY);
        assertRejected(ID, now, signature.substring(0, signature.length() - 2) + "A=", BODY);
        assertRejected(ID, now, new Webhook(OLD_SECRET).sign(ID, clock.instant().getEpochSecond(), BODY), BODY);
    }

    @Test
    void acceptsOneValidSignatureAmongSeveral() throws Exception {
        String valid = new Webhook(SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);
        String old = new Webhook(OLD_SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);

        for (String header : List.of("v1a,x v2,AAAA " + valid, valid + " v1,AAAA", old + " " + valid)) {
            assertDoesNotThrow(() -> verifier.verify(null, ID, now, header, BODY.getBytes(UTF_8)), header);
        }
    }

    @Test
    void acceptsEachSecretDuringARotation() throws Exception {
        SignatureVerifier rotating = verifier(clock, SECRET, " " + OLD_SECRET);

        for (String secret : List.of(SECRET, OLD_SECRET)) {
            String signature = new Webhook(secret).sign(ID, clock.instant().getEpochSecond(), BODY);
            assertDoesNotThrow(() -> rotating.verify(null, ID, now, signature, BODY.getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
    void acceptsTimestampsWithinFiveMinutesInEitherDirection(long seconds, boolean accepted) {
        String time = String.valueOf(clock.instant().getEpochSecond() + seconds);
        String signature = SigningSecret.of(SECRET).sign(ID, time, BODY.getBytes(UTF_8));

        if (accepted) {
            assertDoesNotThrow(() -> verifier.verify(null, ID, time, signature, BODY.getBytes(UTF_8)));
        } else {
            assertTrue(assertRejected(ID, time, signature, BODY).contains("300 seconds"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1e9", "99999999999999999999", "1795428000.0", "２"})
    void rejectsInvalidTimestamps(String timestamp) {
        assertRejected(ID, timestamp, SigningSecret.of(SECRET).sign(ID, timestamp, BODY.getBytes(UTF_8)), BODY);
    }

    @Test
    void reportsRequiredHeadersIfTheyAreMissing() {
        String detail = assertRejected(null, null, null, "{\"company_id\": 1, \"resource\": \"goods_operations_sale\"}");

        assertTrue(detail.contains("webhook-signature") && detail.contains("Altegio's own webhooks"), detail);
    }

    @Test
    void rejectsEverythingWithoutASecret() {
        InvalidSignatureException rejection = assertThrows(InvalidSignatureException.class, () -> verifier(clock).verify(null, ID, now,
                SigningSecret.of(SECRET).sign(ID, now, BODY.getBytes(UTF_8)), BODY.getBytes(UTF_8)));

        assertFalse(rejection.getMessage().contains("whsec"));
    }

    private String assertRejected(String id, String timestamp, String signature, String body) {
        return assertThrows(InvalidSignatureException.class, () -> verifier.verify(null, id, timestamp, signature, body.getBytes(UTF_8)))
                .getMessage();
    }

    private static SignatureVerifier verifier(Clock clock, String... secrets) {
        return new SignatureVerifier(WebhooksConfigs.of(Map.of("stockroom.webhooks.secrets", String.join(",", secrets),
                "stockroom.webhooks.tolerance", Duration.ofMinutes(5).toString())), clock);
    }
}
