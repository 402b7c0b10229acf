package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.MovableClock;
import io.stockroom.altegio.Deadline;
import io.stockroom.api.SandboxResource;
import io.stockroom.http.AllowedLocations;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.operations.Bookings;
import io.stockroom.telemetry.Summaries;
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

/** What becomes of a message, and when it comes again. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class DeliveriesTest {

    /** Writes down what it is asked for; away, it answers nothing. */
    private static final class Notes implements Queue {
        private final List<Map<String, String>> buried = new ArrayList<>();
        private final List<Duration> waits = new ArrayList<>();
        private boolean away;
        private Runnable burying = () -> { };

        @Override
        public void send(String message) {
            throw new AssertionError("nobody sends here");
        }

        @Override
        public void bury(String message, Map<String, String> reason) {
            reach();
            burying.run();
            buried.add(reason);
        }

        @Override
        public void hide(String receipt, Duration wait) {
            reach();
            waits.add(wait);
        }

        private void reach() {
            if (away) {
                throw new QueueUnavailable(null);
            }
        }
    }

    SandboxServer server;

    @Inject
    Bookings bookings;
    @Inject
    AllowedLocations allowed;
    @Inject
    Summaries summaries;
    @Inject
    Clock clock;

    private final Notes queue = new Notes();

    @BeforeEach
    void resetSandbox() {
        server.sandbox().reset();
    }

    @ParameterizedTest
    @CsvSource({"1,30", "2,60", "3,120", "5,480", "6,900", "7,900", "99,900", "0,30"})
    void theWaitDoublesWithEachDeliveryUpToAQuarterOfAnHour(int receives, int seconds) {
        server.sandbox().faults().add(SandboxFault.of(Kind.TOO_MANY_REQUESTS).on(SandboxRoute.BOOK).times(0));

        assertFalse(settle(receives, operation(3001)));
        assertEquals(List.of(Duration.ofSeconds(seconds)), queue.waits);
    }

    @Test
    void aBookedOperationIsDone() {
        assertTrue(settle(1, operation(3001)));
        assertEquals(List.of(), queue.waits);
        assertEquals(List.of(), queue.buried);
        assertEquals(1, server.sandbox().commits().size());
    }

    @Test
    void whatAltegioRefusesIsBuriedWithItsWordsAndNoPhone() {
        server.sandbox().faults().add(SandboxFault.of(Kind.REFUSE).on(SandboxRoute.BOOK)
                .message("Client +1 (315)\n555/01-75, ann@example.com, owes 20\t"));

        assertTrue(settle(1, operation(3001)));
        assertEquals(List.of(Map.of("reason", "refused", "status", "422", "message_id", "id", "detail", "Client ***, *** owes 20 ")), queue.buried);
    }

    @Test
    void whatCanNotBeBuriedStaysInTheQueue() {
        queue.away = true;

        assertFalse(settle(1, "nonsense"));
        assertFalse(settle(1, operation(999_999)));
    }

    @Test
    void aWaitThatCanNotBeSetIsNoError() {
        queue.away = true;
        server.sandbox().faults().add(SandboxFault.of(Kind.TOO_MANY_REQUESTS).on(SandboxRoute.BOOK).times(0));

        assertFalse(settle(1, operation(3001)));
    }

    @Test
    void whatNoTimeIsLeftForIsNotBegun() {
        ApplyWebhook function = new ApplyWebhook(deliveries(), summaries, clock);

        List<String> failed = function.handleRequest(batch(3), new TimeLeft(10_000)).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier()).toList();

        assertEquals(List.of("id-0", "id-1", "id-2"), failed);
        assertEquals(3, queue.waits.size());
        assertEquals(0, server.sandbox().traffic().count(SandboxRoute.BOOK));
        assertEquals(List.of(), function.handleRequest(batch(3), new TimeLeft(60_000)).getBatchItemFailures());
    }

    @ParameterizedTest
    @CsvSource({"20,3", "30,0"})
    void aBatchThatRunsOutOfTimeGoesBackFromThereOn(int seconds, int waits) {
        MovableClock slow = new MovableClock();
        queue.burying = () -> slow.move(Duration.ofSeconds(seconds));
        SQSEvent batch = batch(5);
        batch.getRecords().forEach(message -> message.setBody("nonsense"));

        List<String> failed = new ApplyWebhook(deliveries(), summaries, slow).handleRequest(batch, new TimeLeft(60_000)).getBatchItemFailures()
                .stream().map(failure -> failure.getItemIdentifier()).toList();

        assertEquals(List.of("id-2", "id-3", "id-4"), failed);
        assertEquals(2, queue.buried.size());
        assertEquals(waits, queue.waits.size());
    }

    private boolean settle(int receives, String message) {
        return deliveries().settle(new Delivery("id", "receipt", receives, message, null), Deadline.in(Duration.ofSeconds(15), clock));
    }

    private Deliveries deliveries() {
        return new Deliveries(bookings, queue, allowed, Configs.of(Map.of()), summaries);
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
