package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.MovableClock;
import io.stockroom.webhooks.InMemoryQueue.DeadLetter;
import io.stockroom.webhooks.InMemoryQueue.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryQueueTest extends OperationQueueContract {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofMinutes(6);

    private final MovableClock clock = new MovableClock();
    private final InMemoryQueue queue = new InMemoryQueue(VISIBILITY_TIMEOUT, MAX_RECEIVE_COUNT, clock);

    @Override
    OperationQueue queue() {
        return queue;
    }

    @Override
    List<QueueMessage> receive() {
        return queue.receive().stream().map(message -> new QueueMessage(message.id(), message.receiptHandle(), message.receiveCount(),
                message.body(), null, null)).toList();
    }

    @Override
    List<DeadLetter> deadLetters() {
        return queue.deadLetters();
    }

    @Test
    void redeliversMessageAfterItsDelay() {
        queue.send("delayed");
        queue.delay(receive().get(0).receiptHandle(), Duration.ofMinutes(15));

        clock.move(Duration.ofMinutes(15).minusMillis(1));
        assertEquals(List.of(), receive());
        clock.move(Duration.ofMillis(1));
        assertEquals(2, receive().get(0).receiveCount());
    }

    @Test
    void redeliversMessageAfterTheVisibilityTimeout() {
        queue.send("message");
        receive();

        clock.move(VISIBILITY_TIMEOUT.minusMillis(1));
        assertEquals(List.of(), receive());
        clock.move(Duration.ofMillis(1));
        assertEquals(2, receive().get(0).receiveCount());
    }

    @Test
    void theReasonOfADeadLetterKeepsItsOrder() {
        queue.deadLetter("message", new DeadLetterReason("rejected", 422, "Closed").attributes("id"));

        assertEquals("{reason=rejected, status=422, detail=Closed, message_id=id}", deadLetters().get(0).reason().toString());
    }

    @Test
    void deletedMessageIsNotRedelivered() {
        queue.send("deleted");
        queue.send("kept");
        queue.delete(List.of(receive().get(0).receiptHandle()));

        clock.move(VISIBILITY_TIMEOUT);
        assertEquals(List.of("kept"), receive().stream().map(QueueMessage::body).toList());
        assertEquals(List.of("kept"), queue.messages().stream().map(Message::body).toList());
    }

    @Test
    void deliversAtMostTenMessagesAtOnceAndTheOldestFirst() {
        for (int i = 1; i <= 11; i++) {
            queue.send("message " + i);
        }

        List<String> bodies = receive().stream().map(QueueMessage::body).toList();
        assertEquals(10, bodies.size());
        assertEquals("message 1", bodies.get(0));
        assertEquals(List.of("message 11"), receive().stream().map(QueueMessage::body).toList());
    }
}
