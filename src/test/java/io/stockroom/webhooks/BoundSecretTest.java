package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.api.SandboxResource;
import io.stockroom.http.HttpPipeline;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that are valid for one location only. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class BoundSecretTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    private static final String ID = "order-1";
    private static final String BODY = "{\"type_id\": 1, \"create_date\": \"2026-11-23T12:00:00+02:00\", \"storage_id\": 101, \"master_id\": 201,"
            + " \"goods_transactions\": [{\"good_id\": 3001, \"amount\": 1, \"cost_per_unit\": 14.90, \"discount\": 0, \"operation_unit_type\": 1}]}";

    @Inject
    HttpPipeline pipeline;
    @Inject
    ObjectMapper mapper;
    @Inject
    Clock clock;

    private final List<String> queued = new ArrayList<>();

    @Test
    void aBindingDoesNotChangeTheSignature() {
        byte[] body = BODY.getBytes(UTF_8);

        assertEquals(SigningSecret.of(SECRET).sign(ID, "1", body), SigningSecret.of(" 4564:" + SECRET + " ").sign(ID, "1", body));
        assertTrue(SigningSecret.of("4564:" + SECRET).isFor(4564L));
        assertFalse(SigningSecret.of("4564:" + SECRET).isFor(4565L));
        assertFalse(SigningSecret.of("4564:" + SECRET).isFor(null));
        assertTrue(SigningSecret.of(SECRET).isFor(4565L) && SigningSecret.of(SECRET).isFor(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-4564", "+4564", "04564", "4564 ", "all", "4564,4565", "9999999999999999999", "٤"})
    void aBindingMustBeTheIdOfALocation(String location) {
        String message = assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(location + ":" + SECRET)).getMessage();

        assertTrue(message.contains("4564:whsec_…"), message);
        assertFalse(message.contains("MfKQ"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4564:", "4564:secret", "4564:4564:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "4564:whsec_c2VjcmV0"})
    void aBoundSecretMustBeASecret(String entry) {
        assertFalse(assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(entry)).getMessage().contains("MfKQ"));
    }

    @Test
    void aBoundSecretSignsForItsOwnLocationOnly() {
        SignatureVerifier verifier = verifier("4564:" + SECRET);

        assertDoesNotThrow(() -> verify(verifier, 4564L, SECRET));
        assertThrows(InvalidSignatureException.class, () -> verify(verifier, 4565L, SECRET));
        assertThrows(InvalidSignatureException.class, () -> verify(verifier, null, SECRET));
    }

    @Test
    void boundAndUnboundSecretsAndSeveralBindingsOfOneSecretWorkSideBySide() {
        SignatureVerifier verifier = verifier("4564:" + SECRET, "4566:" + SECRET, OTHER);

        for (Long location : new Long[] {4564L, 4566L}) {
            assertDoesNotThrow(() -> verify(verifier, location, SECRET));
        }
        assertThrows(InvalidSignatureException.class, () -> verify(verifier, 4565L, SECRET));
        for (Long location : new Long[] {4564L, 4565L, null}) {
            assertDoesNotThrow(() -> verify(verifier, location, OTHER));
        }
    }

    @Test
    void aWebhookPostedToAnotherLocationIsRejectedLikeOneWithAWrongSignature() {
        ReceiveWebhook function = function("4564:" + SECRET, "4565:" + OTHER);

        assertEquals(202, function.handleRequest(event("4564", SECRET), null).getStatusCode());
        assertEquals(202, function.handleRequest(event("4565", OTHER), null).getStatusCode());
        assertEquals(2, queued.size());

        List<String> rejected = Stream
                .of(event("4565", SECRET), event("4564", OTHER), event("4565", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .map(event -> function.handleRequest(event, null)).map(response -> response.getStatusCode() + response.getBody()).toList();

        assertEquals(1, rejected.stream().distinct().count());
        assertTrue(rejected.get(0).startsWith("401"), rejected.get(0));
        assertEquals(2, queued.size());
    }

    @Test
    void aPathWithoutALocationIsRejectedBeforeItIsValidatedUnlessTheSecretIsUnbound() {
        assertEquals(401, function("4564:" + SECRET).handleRequest(event("4564x", SECRET), null).getStatusCode());
        assertEquals(400, function(SECRET).handleRequest(event("4564x", SECRET), null).getStatusCode());
    }

    private ReceiveWebhook function(String... secrets) {
        return new ReceiveWebhook(pipeline, verifier(secrets), new QueuedOperations(new OperationQueue() {
            @Override
            public void send(String message) {
                queued.add(message);
            }

            @Override
            public void deadLetter(String message, Map<String, String> reason) {
                throw new AssertionError("receive-webhook dead-letters nothing");
            }

            @Override
            public void delay(String receipt, Duration wait) {
                throw new AssertionError("receive-webhook delays nothing");
            }
        }, mapper), null, null);
    }

    private APIGatewayV2HTTPEvent event(String location, String secret) {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRawPath("/webhooks/operations/" + location);
        event.setPathParameters(Map.of("location_id", location));
        event.setHeaders(Map.of("content-type", "application/json", "webhook-id", ID, "webhook-timestamp", now(),
                "webhook-signature", signature(secret)));
        event.setBody(BODY);
        return event;
    }

    private void verify(SignatureVerifier verifier, Long location, String secret) {
        verifier.verify(location, ID, now(), signature(secret), BODY.getBytes(UTF_8));
    }

    private String signature(String secret) {
        return SigningSecret.of(secret).sign(ID, now(), BODY.getBytes(UTF_8));
    }

    private String now() {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    private SignatureVerifier verifier(String... secrets) {
        return new SignatureVerifier(WebhooksConfigs.of(Map.of("stockroom.webhooks.secrets", String.join(",", secrets))), clock);
    }
}
