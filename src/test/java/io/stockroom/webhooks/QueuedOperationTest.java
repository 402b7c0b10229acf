package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import io.stockroom.operations.GeneratedOperations;
import io.stockroom.operations.IdempotencyKey;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Operation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and queued is read again from the queue by the same rules, unchanged. */
@QuarkusTest
class QueuedOperationTest {

    private static final int NUMBER = 5_000;

    @Inject
    ObjectMapper mapper;

    private final List<String> messages = new ArrayList<>();

    @Test
    void eachAcceptedOperationIsReadUnchanged() {
        GeneratedOperations generated = new GeneratedOperations(11);
        int accepted = 0;
        for (int i = 0; i < NUMBER; i++) {
            String body = generated.next();
            try {
                assertSurvives("key " + i, read(body), body);
                accepted++;
            } catch (InvalidInputException e) {
                assertTrue(messages.isEmpty(), () -> "Accepted, but cannot be read again: " + body + ": " + messages);
            }
        }
        assertTrue(accepted > NUMBER / 20 && accepted < NUMBER, "Accepted " + accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "k k", "\"k\"", "\\", "a,b", "{\"a\":1}", "~!@#$%^&*()", "'", "null", "4564"})
    void eachKeyIsReadUnchanged(String key) {
        String body = "{\"type_id\":1,\"create_date\":\"2026-11-23T10:00Z\",\"storage_id\":1,\"goods_transactions\":[{\"good_id\":1,"
                + "\"amount\":1e14,\"cost_per_unit\":1,\"discount\":1e2,\"operation_unit_type\":1}]}";

        assertSurvives(key, read(body), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"location_id\":4564,\"key\":\"k\",\"operation\":{\"comment\":\"\ufffd\"}}",
            "{\"location_id\":4564,\"key\":\"k\ud800\",\"operation\":{}}", "{\"location_id\":4564,\"key\":\"\\ud800\",\"operation\":{}}",
            "\ufffd", "\ud800"})
    void aMessageThatIsNotUtf8IsNoOperation(String message) {
        InvalidInputException invalid = assertThrows(InvalidInputException.class, () -> QueuedOperation.read(message));

        assertEquals(400, invalid.problem().status());
        if (!message.contains("\\ud800")) {
            assertEquals("the body must be well-formed UTF-8, without the replacement character U+FFFD", invalid.getMessage());
        }
    }

    private void assertSurvives(String key, Operation operation, String body) {
        messages.clear();
        QueuedOperation queued = new QueuedOperation(new IdempotencyKey(Long.MAX_VALUE, Source.WEBHOOK, key), operation);
        new QueuedOperations(queue(), mapper).add(queued);
        assertEquals(queued, QueuedOperation.read(messages.get(0)), body);
        messages.clear();
    }

    private static Operation read(String body) {
        return Operation.from(Input.ofParameters(Map.of()).body(JsonBody.read(body.getBytes(UTF_8))));
    }

    private OperationQueue queue() {
        return new OperationQueue() {

            @Override
            public void send(String message) {
                messages.add(message);
            }

            @Override
            public void deadLetter(String message, Map<String, String> reason) {
                throw new IllegalStateException();
            }

            @Override
            public void delay(String receiptHandle, Duration delay) {
                throw new IllegalStateException();
            }
        };
    }
}
