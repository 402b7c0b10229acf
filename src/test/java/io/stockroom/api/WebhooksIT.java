package io.stockroom.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.EventSource;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

@Slow
class WebhooksIT extends WebhooksContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.withQueues();

    @Test
    void deadLettersAnOperationForALocationThatIsNotAllowed() {
        enqueue("{\"location_id\": 4564, \"key\": \"key\", \"operation\": {\"type_id\": 1, \"create_date\": \"2026-11-23T10:00:00Z\","
                + " \"storage_id\": 101, \"goods_transactions\": [{\"good_id\": 3001, \"amount\": 1, \"cost_per_unit\": 1, \"discount\": 0,"
                + " \"operation_unit_type\": 1}]}}");
        try (Instance instance = Instance.start(Artifact.packaged(),
                STACK.function("ApplyWebhookFunction").with("ALTEGIO_LOCATIONS", "4565"))) {
            new EventSource(STACK.sqs(), instance).deliver();
        }

        assertEquals(List.of("location-not-allowed"), deadLetters().stream().map(letter -> letter.get("reason")).toList());
        assertEquals(List.of(), booked());
    }

    @Test
    void logsWhyAnOperationIsDeadLetteredWithoutPhoneNumbers() {
        fault(Map.of("fault", "refuse", "route", BOOK, "message", "Client +1 315 555-01-75 owes 20"));
        webhook("order-1", sale()).statusCode(202);
        deliver();

        String message = deadLetters().get(0).get("message_id");
        assertTrue(STACK.workQueue().output().contains("Rejected permanently, moving to the dead-letter queue: reason=rejected (422)"
                + " detail=Client *** owes 20 messageId=" + message), STACK.workQueue().output());
        assertFalse(STACK.workQueue().output().contains("555-01"), STACK.workQueue().output());
    }

    @Test
    void anotherInstanceBooksOnceAfterTheFirstWasKilled() {
        fault(Map.of("fault", "slow-drip", "route", BOOK, "delay", "PT9S"));
        webhook("order-2", sale()).statusCode(202);
        Message message = STACK.sqs().receive(STACK.sqs().queue()).get(0);
        try (Instance instance = Instance.start(Artifact.packaged(),
                STACK.function("ApplyWebhookFunction").with("ALTEGIO_TIMEOUT", "PT9S"))) {
            instance.startToFirstPoll();
            CompletableFuture<RuntimeResponse> response = instance.api()
                    .submit(EventSource.event(List.of(message)), Duration.ofSeconds(22));
            Await.until(() -> booked().size() == 1);
            instance.kill();
            assertEquals("Runtime.ExitError", response.join().error());
        }
        STACK.sqs().release(message);
        deliverUntilEmpty();

        assertEquals(0, queued());
        assertEquals(1, booked().size());
        assertEquals(List.of(), deadLetters());
        assertTrue(STACK.workQueue().output().lines().anyMatch(
                line -> line.contains("operation-in-progress (409)") && line.contains(message.messageId())), STACK.workQueue().output());
    }

    @Test
    void returns503WhenQueueIsUnavailableAndDoesNotLeakToUnauthenticatedCallers() {
        try (Instance instance = Instance.start(Artifact.packaged(), STACK.function("ReceiveWebhookFunction")
                .with("AWS_ENDPOINT_URL_SQS", "http://localhost:1").with("STOCKROOM_WEBHOOKS_TOLERANCE", "P36500D"))) {
            JsonNode response = instance.invoke(SampleEvents.of("receive-webhook")).json();
            assertEquals(503, response.get("statusCode").asInt(), response::toString);
            assertEquals("5", response.get("headers").get("Retry-After").asText());
        }
        try (Instance instance = Instance.start(Artifact.packaged(),
                STACK.function("ReceiveWebhookFunction").with("ALTEGIO_LOCATIONS", "1"))) {
            String response = instance.invoke("{\"rawPath\": \"/webhooks/operations/4564\", \"body\": \"{}\"}").payload();
            assertFalse(response.contains("allowed"), response);
        }
    }

    @Override
    WorkQueue queue() {
        return STACK.workQueue();
    }
}
