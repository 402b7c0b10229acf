package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.runtime.LocalSqs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue over the AWS SDK, against an SQS in this process. */
class SqsQueueTest {

    private static LocalSqs sqs;

    @BeforeAll
    static void start() {
        sqs = LocalSqs.start(3);
    }

    @AfterAll
    static void stop() {
        sqs.close();
    }

    private final SqsQueue queue = new SqsQueue(sqs.client(), sqs.queue(), sqs.deadLetterQueue());

    @BeforeEach
    void empty() {
        for (String url : List.of(sqs.queue(), sqs.deadLetterQueue())) {
            sqs.client().purgeQueue(request -> request.queueUrl(url));
        }
    }

    @Test
    void whatIsSentIsDelivered() {
        queue.send("{\"comment\": \"\\u0417\\u0430\\u043a\\u0430\\u0437\"}");

        assertEquals(List.of("{\"comment\": \"\\u0417\\u0430\\u043a\\u0430\\u0437\"}"),
                sqs.receive(sqs.queue()).stream().map(Message::body).toList());
    }

    @Test
    void theLargestMessageFitsWithItsReason() {
        String largest = "x".repeat(QueuedOperations.LARGEST);
        queue.send(largest);
        queue.bury(largest, new Reason("refused", 422, "\u00e9".repeat(500)).attributes("0".repeat(36)));

        assertEquals(1, sqs.size(sqs.queue()));
        assertEquals(1, sqs.size(sqs.deadLetterQueue()));
    }

    @Test
    void aHiddenMessageIsNotDeliveredUntilItsWaitIsOver() {
        queue.send("hidden");
        String receipt = sqs.receive(sqs.queue()).get(0).receiptHandle();

        queue.hide(receipt, Duration.ofMinutes(15));
        assertEquals(List.of(), sqs.receive(sqs.queue()));
        queue.hide(receipt, Duration.ZERO);
        Message again = sqs.receive(sqs.queue()).get(0);
        assertEquals("2", again.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }

    @Test
    void whatIsBuriedSaysWhy() {
        queue.bury("message", Map.of("reason", "refused", "status", "422", "detail", "Нет такого товара …"));

        Message dead = sqs.receive(sqs.deadLetterQueue()).get(0);
        assertEquals("message", dead.body());
        assertEquals("refused", dead.messageAttributes().get("reason").stringValue());
        assertEquals("Нет такого товара …", dead.messageAttributes().get("detail").stringValue());
    }

    @Test
    void whatIsDeliveredTooOftenIsBuriedByTheQueueItself() {
        queue.send("poison");
        for (int i = 0; i < 3; i++) {
            queue.hide(sqs.receive(sqs.queue()).get(0).receiptHandle(), Duration.ZERO);
        }

        assertEquals(List.of(), sqs.receive(sqs.queue()));
        assertEquals(List.of("poison"), sqs.receive(sqs.deadLetterQueue()).stream().map(Message::body).toList());
    }

    @Test
    void aQueueThatIsNotThereIsUnavailable() {
        try (SqsClient nobody = LocalSqs.client("http://localhost:1")) {
            SqsQueue away = new SqsQueue(nobody, sqs.queue(), sqs.deadLetterQueue());
            assertThrows(QueueUnavailable.class, () -> away.send("message"));
        }
        SqsQueue unknown = new SqsQueue(sqs.client(), sqs.queue() + "nope", sqs.deadLetterQueue());
        assertThrows(QueueUnavailable.class, () -> unknown.send("message"));
        assertThrows(QueueUnavailable.class, () -> queue.hide("no receipt", Duration.ZERO));
    }
}
