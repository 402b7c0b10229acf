package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.stockroom.MovableClock;
import io.stockroom.telemetry.RecordedSummaries;
import io.stockroom.telemetry.RequestSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times that apply-webhook reports: a timeout that is too short for any operation, and the age of queued operations. */
class ApplyWebhookTest {

    /** Accepts everything. */
    private static final class AcceptingQueue implements OperationQueue {

        private int delayed;

        @Override
        public void send(String message) {
            throw new AssertionError("apply-webhook sends nothing");
        }

        @Override
        public void deadLetter(String message, Map<String, String> reason) {
            // Accepted.
        }

        @Override
        public void delay(String receipt, Duration wait) {
            delayed++;
        }
    }

    private final RecordedSummaries recorded = new RecordedSummaries();
    private final AcceptingQueue queue = new AcceptingQueue();
    private final MovableClock clock = new MovableClock();
    private final ApplyWebhook function = new ApplyWebhook(
            new WebhookProcessor(new QueuedMessages(null, null), queue, null, WebhooksConfigs.of(Map.of()), recorded),
            recorded,
            clock);
    private RecordedErrors errors;

    @BeforeEach
    void recordErrors() {
        errors = RecordedErrors.of(ApplyWebhook.class);
    }

    @AfterEach
    void stopRecording() {
        errors.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000, 20_999})
    void aTimeoutThatLetsNoOperationBeginIsReportedOncePerInvocation(int milliseconds) {
        assertEquals(3, function.handleRequest(batch(3, null), new FixedTimeContext(milliseconds)).getBatchItemFailures().size());

        assertEquals(1, errors.messages().size());
        String text = errors.messages().get(0);
        assertTrue(text.contains(milliseconds + " ms") && text.contains("21000 ms") && text.contains("at least 22 s"), text);
        assertEquals(List.of("timeout-too-short 500"),
                recorded.summaries().stream().map(each -> each.outcome() + " " + each.status()).toList());
    }

    @ParameterizedTest
    @CsvSource({"21000,1", "60000,1", "0,1", "3000,0"})
    void aTimeoutThatSufficesAndAnEmptyBatchAreNotReported(int milliseconds, int messages) {
        function.handleRequest(batch(messages, null), new FixedTimeContext(milliseconds));

        assertEquals(List.of(), errors.messages());
        assertEquals(messages, recorded.summaries().stream().filter(summary -> summary.status() == 400).count());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "3700,3700", "-5,0"})
    void eachDeliveryReportsTheAgeOfItsMessage(long secondsAgo, long age) {
        String sent = String.valueOf(clock.instant().minusSeconds(secondsAgo).toEpochMilli());

        function.handleRequest(batch(2, sent), new FixedTimeContext(60_000));

        assertEquals(List.of(Duration.ofSeconds(age), Duration.ofSeconds(age)),
                recorded.summaries().stream().map(RequestSummary::queueAge).toList());
    }

    private static SQSEvent batch(int size, String sentTimestamp) {
        SQSEvent event = new SQSEvent();
        event.setRecords(IntStream.range(0, size).mapToObj(number -> {
            SQSMessage message = new SQSMessage();
            message.setMessageId("id-" + number);
            message.setReceiptHandle("receipt-" + number);
            message.setBody("not an operation");
            message.setAttributes(sentTimestamp == null ? null : Map.of("SentTimestamp", sentTimestamp));
            return message;
        }).toList());
        return event;
    }
}
