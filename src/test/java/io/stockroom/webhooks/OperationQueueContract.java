package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.webhooks.InMemoryQueue.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The behavior of every queue, with a maximum receive count of {@value #MAX_RECEIVE_COUNT}. */
abstract class OperationQueueContract {

    static final int MAX_RECEIVE_COUNT = 3;

    abstract OperationQueue queue();

    /** Receives the visible messages, as the event source mapping does. */
    abstract List<QueueMessage> receive();

    abstract List<DeadLetter> deadLetters();

    @Test
    void deliversMessagesUnchanged() {
        String body = "{\"comment\": \"\\u0417\\u0430\\u043a\\u0430\\u0437\"}";
        queue().send(body);

        List<QueueMessage> messages = receive();
        assertEquals(List.of(body), messages.stream().map(QueueMessage::body).toList());
        assertEquals(1, messages.get(0).receiveCount());
        assertEquals(List.of(), receive());
    }

    @Test
    void hidesDelayedMessageUntilItsDelayIsOver() {
        queue().send("delayed");
        String receiptHandle = receive().get(0).receiptHandle();

        queue().delay(receiptHandle, Duration.ofMinutes(15));
        assertEquals(List.of(), receive());
        queue().delay(receiptHandle, Duration.ZERO);
        QueueMessage redelivered = receive().get(0);
        assertEquals("delayed", redelivered.body());
        assertEquals(2, redelivered.receiveCount());
    }

    @Test
    void deadLetteredMessageHasItsReason() {
        Map<String, String> reason = Map.of("reason", "rejected", "status", "422", "detail", "Нет такого товара …");
        queue().deadLetter("message", reason);

        assertEquals(List.of(new DeadLetter("message", reason)), deadLetters());
    }

    @Test
    void deadLettersMessageThatWasDeliveredTooOften() {
        queue().send("poison");
        for (int i = 0; i < MAX_RECEIVE_COUNT; i++) {
            queue().delay(receive().get(0).receiptHandle(), Duration.ZERO);
        }

        assertEquals(List.of(), receive());
        assertEquals(List.of(new DeadLetter("poison", Map.of())), deadLetters());
    }
}
