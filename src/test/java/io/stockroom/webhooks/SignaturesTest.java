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

/** Signatures, held against the independent library of Standard Webhooks and its own vectors. */
class SignaturesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";

    private final MovableClock clock = new MovableClock();
    private final String now = String.valueOf(clock.instant().getEpochSecond());
    private final Signatures signatures = signatures(clock, SECRET);

    @Test
    void theLibrarysOwnVectorIsSignedAndTaken() {
        String expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

        assertEquals(expected, Secret.of(SECRET).sign(ID, "1614265330", BODY.getBytes(UTF_8)));
        assertDoesNotThrow(() -> signatures(Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC), SECRET)
                .check(ID, "1614265330", expected, BODY.getBytes(UTF_8)));
    }

    @Test
    void whatTheLibrarySignsIsTakenAndTheOtherWayRound() throws Exception {
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

            String theirs = library.sign(id, time, body);
            assertEquals(theirs, Secret.of(secret).sign(id, String.valueOf(time), body.getBytes(UTF_8)));
            assertDoesNotThrow(() -> signatures(system, secret).check(id, String.valueOf(time), theirs, body.getBytes(UTF_8)));
            assertDoesNotThrow(() -> library.verify(body, HttpHeaders.of(Map.of("webhook-id", List.of(id),
                    "webhook-timestamp", List.of(String.valueOf(time)), "webhook-signature",
                    List.of(Secret.of(secret).sign(id, String.valueOf(time), body.getBytes(UTF_8)))), (name, value) -> true)));
        }
    }

    @Test
    void anythingElseThanWhatWasSignedIsRefused() throws Exception {
        String signature = new Webhook(SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);

        assertDoesNotThrow(() -> signatures.check(ID, now, signature, BODY.getBytes(UTF_8)));
        refused(ID, now, signature, BODY + " ");
        refused("msg_another", now, signature, BODY);
        refused(ID, String.valueOf(clock.instant().getEpochSecond() + 1), signature, BODY);
        refused(ID, now, signature.replace("v1,", "v2,"), BODY);
        refused(ID, now, signature.substring(3), BODY);
        refused(ID, now, signature.substring(0, signature.length() - 2) + "A=", BODY);
        refused(ID, now, new Webhook(OLD_SECRET).sign(ID, clock.instant().getEpochSecond(), BODY), BODY);
    }

    @Test
    void oneRightSignatureAmongSeveralIsEnough() throws Exception {
        String right = new Webhook(SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);
        String old = new Webhook(OLD_SECRET).sign(ID, clock.instant().getEpochSecond(), BODY);

        for (String header : List.of("v1a,x v2,AAAA " + right, right + " v1,AAAA", old + " " + right)) {
            assertDoesNotThrow(() -> signatures.check(ID, now, header, BODY.getBytes(UTF_8)), header);
        }
    }

    @Test
    void whileSecretsRotateEachOfThemIsGood() throws Exception {
        Signatures rotating = signatures(clock, SECRET, " " + OLD_SECRET);

        for (String secret : List.of(SECRET, OLD_SECRET)) {
            String signature = new Webhook(secret).sign(ID, clock.instant().getEpochSecond(), BODY);
            assertDoesNotThrow(() -> rotating.check(ID, now, signature, BODY.getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
    void senderAndReceiverMayBeFiveMinutesApartEitherWay(long seconds, boolean good) {
        String time = String.valueOf(clock.instant().getEpochSecond() + seconds);
        String signature = Secret.of(SECRET).sign(ID, time, BODY.getBytes(UTF_8));

        if (good) {
            assertDoesNotThrow(() -> signatures.check(ID, time, signature, BODY.getBytes(UTF_8)));
        } else {
            assertTrue(refused(ID, time, signature, BODY).contains("300 seconds"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1e9", "99999999999999999999", "1795428000.0", "２"})
    void aTimestampThatIsNoneIsRefused(String timestamp) {
        refused(ID, timestamp, Secret.of(SECRET).sign(ID, timestamp, BODY.getBytes(UTF_8)), BODY);
    }

    @Test
    void withoutItsHeadersAWebhookIsToldWhatThisRouteTakes() {
        String refusal = refused(null, null, null, "{\"company_id\": 1, \"resource\": \"goods_operations_sale\"}");

        assertTrue(refusal.contains("webhook-signature") && refusal.contains("Altegio's own webhooks"), refusal);
    }

    @Test
    void withoutASecretEverythingIsRefused() {
        NotSigned refused = assertThrows(NotSigned.class, () -> signatures(clock).check(ID, now,
                Secret.of(SECRET).sign(ID, now, BODY.getBytes(UTF_8)), BODY.getBytes(UTF_8)));

        assertFalse(refused.getMessage().contains("whsec"));
    }

    private String refused(String id, String timestamp, String signature, String body) {
        return assertThrows(NotSigned.class, () -> signatures.check(id, timestamp, signature, body.getBytes(UTF_8))).getMessage();
    }

    private static Signatures signatures(Clock clock, String... secrets) {
        return new Signatures(Configs.of(Map.of("stockroom.webhooks.secrets", String.join(",", secrets),
                "stockroom.webhooks.tolerance", Duration.ofMinutes(5).toString())), clock);
    }
}
