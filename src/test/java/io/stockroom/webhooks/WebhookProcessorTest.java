package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.MovableClock;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.api.SandboxResource;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxQuirks.Comments;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.operations.Bookings;
import io.stockroom.telemetry.RequestLogger;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How messages are processed, and when they are redelivered. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class WebhookProcessorTest {

    /** Records the calls; fails while it is unavailable. */
    private static final class RecordingQueue implements OperationQueue {
        private final List<Map<String, String>> deadLettered = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();
        private boolean unavailable;
        private Runnable onDeadLetter = () -> {};

        @Override
        public void send(String message) {
            throw new AssertionError("send is not expected");
        }

        @Override
        public void deadLetter(String message, Map<String, String> reason) {
            failIfUnavailable();
            onDeadLetter.run();
            deadLettered.add(reason);
        }

        @Override
        public void delay(String receiptHandle, Duration delay) {
            failIfUnavailable();
            delays.add(delay);
        }

        private void failIfUnavailable() {
            if (unavailable) {
                throw new QueueUnavailableException(null);
            }
        }
    }

    SandboxServer server;

    @Inject
    Bookings bookings;
    @Inject
    LocationAllowList allowList;
    @Inject
    RequestLogger requestLogger;
    @Inject
    Clock clock;

    private final RecordingQueue queue = new RecordingQueue();

    @BeforeEach
    void resetSandbox() {
        server.sandbox().reset();
    }

    @ParameterizedTest
    @CsvSource({"1,30", "2,60", "3,120", "5,480", "6,900", "7,900", "99,900", "0,30"})
    void delayDoublesWithEachDeliveryUpToFifteenMinutes(int receiveCount, int seconds) {
        server.sandbox().faults().add(SandboxFault.of(Kind.TOO_MANY_REQUESTS).on(SandboxRoute.BOOK).times(0));

        // Too short for the wait of a second that Altegio asks for.
        assertFalse(process(receiveCount, operation(3001), Duration.ofMillis(900)));
        assertEquals(List.of(Duration.ofSeconds(seconds)), queue.delays);
    }

    @Test
    void bookedOperationIsDone() {
        assertTrue(process(1, operation(3001)));
        assertEquals(List.of(), queue.delays);
        assertEquals(List.of(), queue.deadLettered);
        assertEquals(1, server.sandbox().commits().size());
    }

    @Test
    void deadLettersRejectedOperationWithAltegiosMessageAndNoPhone() {
        server.sandbox().faults().add(SandboxFault.of(Kind.REFUSE).on(SandboxRoute.BOOK)
                .message("Client +1 (315)\n555/01-75, ann@example.com, owes 20\t"));

        assertTrue(process(1, operation(3001)));
        assertEquals(List.of(Map.of("reason", "rejected", "status", "422", "message_id", "id", "detail", "Client ***, *** owes 20 ")),
                queue.deadLettered);
    }

    /** The ids of the documents are not masked, although they have as many digits as a phone number. */
    @Test
    void deadLettersAnOperationThatNeedsADecisionWithItsCandidates() throws InterruptedException {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        String message = operation(3007);
        for (int i = 0; i < 200; i++) {
            // The sandbox's ids start again with each test, and the ledger keeps whose documents they were.
            assertTrue(process(1, operation(3007)));
        }
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.SEARCH).times(2));
        assertFalse(process(1, message));
        Thread.sleep(1_100);

        assertTrue(process(2, message));
        assertEquals("outcome-unknown", queue.deadLettered.get(0).get("reason"));
        long document = server.sandbox().commits().get(200).id();
        assertTrue(queue.deadLettered.get(0).get("detail").contains("[" + document + "]"), queue.deadLettered::toString);
    }

    @Test
    void messageStaysInTheQueueIfItCannotBeDeadLettered() {
        queue.unavailable = true;

        assertFalse(process(1, "not an operation"));
        assertFalse(process(1, operation(999_999)));
    }

    @Test
    void toleratesDelayThatCannotBeSet() {
        queue.unavailable = true;
        server.sandbox().faults().add(SandboxFault.of(Kind.TOO_MANY_REQUESTS).on(SandboxRoute.BOOK).times(0));

        assertFalse(process(1, operation(3001), Duration.ofMillis(900)));
    }

    @Test
    void doesNotStartMessagesWithoutEnoughRemainingTime() {
        ApplyWebhook function = new ApplyWebhook(processor(), requestLogger, clock);

        try (RecordedErrors errors = RecordedErrors.of(ApplyWebhook.class)) {
            List<String> failed = function.handleRequest(batch(3), new FixedTimeContext(10_000)).getBatchItemFailures().stream()
                    .map(failure -> failure.getItemIdentifier()).toList();

            assertEquals(List.of("id-0", "id-1", "id-2"), failed);
            assertEquals(1, errors.messages().size());
        }
        assertEquals(3, queue.delays.size());
        assertEquals(0, server.sandbox().traffic().count(SandboxRoute.BOOK));
        assertEquals(List.of(), function.handleRequest(batch(3), new FixedTimeContext(60_000)).getBatchItemFailures());
    }

    @ParameterizedTest
    @CsvSource({"20,3", "30,0"})
    void returnsRemainingMessagesOfABatchThatRunsOutOfTime(int seconds, int delays) {
        MovableClock movableClock = new MovableClock();
        queue.onDeadLetter = () -> movableClock.move(Duration.ofSeconds(seconds));
        SQSEvent batch = batch(5);
        batch.getRecords().forEach(message -> message.setBody("not an operation"));

        List<String> failed = new ApplyWebhook(processor(), requestLogger, movableClock).handleRequest(batch, new FixedTimeContext(60_000))
                .getBatchItemFailures().stream().map(failure -> failure.getItemIdentifier()).toList();

        assertEquals(List.of("id-2", "id-3", "id-4"), failed);
        assertEquals(2, queue.deadLettered.size());
        assertEquals(delays, queue.delays.size());
    }

    private boolean process(int receiveCount, String message) {
        return process(receiveCount, message, Duration.ofSeconds(15));
    }

    private boolean process(int receiveCount, String message, Duration time) {
        return processor().process(new QueueMessage("id", "receipt", receiveCount, message, null, null), CallContext.in(time, clock));
    }

    private WebhookProcessor processor() {
        return new WebhookProcessor(new QueuedMessages(bookings, null), queue, allowList, WebhooksConfigs.of(Map.of()), requestLogger);
    }

    private static SQSEvent batch(int size) {
        SQSEvent event = new SQSEvent();
        event.setRecords(IntStream.range(0, size).mapToObj(number -> {
            SQSMessage message = new SQSMessage();
            message.setMessageId("id-" + number);
            message.setReceiptHandle("receipt-" + number);
            message.setBody(operation(3001));
            return message;
        }).toList());
        return event;
    }

    private static String operation(int good) {
        return "{\"location_id\": 4564, \"key\": \"" + UUID.randomUUID() + "\", \"operation\": {\"type_id\": 1, \"create_date\":"
                + " \"2026-11-23T10:00:00+02:00\", \"storage_id\": 101, \"master_id\": 201, \"goods_transactions\": [{\"good_id\": " + good
                + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0, \"operation_unit_type\": 1}]}}";
    }
}
