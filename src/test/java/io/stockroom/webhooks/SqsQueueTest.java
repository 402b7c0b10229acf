package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.runtime.LocalSqs;
import io.stockroom.webhooks.InMemoryQueue.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue over the AWS SDK, against an SQS in this process. */
class SqsQueueTest extends OperationQueueContract {

    private static LocalSqs sqs;

    @BeforeAll
    static void start() {
        sqs = LocalSqs.start(MAX_RECEIVE_COUNT);
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

    @Override
    OperationQueue queue() {
        return queue;
    }

    @Override
    List<QueueMessage> receive() {
        return sqs.receive(sqs.queue()).stream().map(message -> new QueueMessage(message.messageId(), message.receiptHandle(),
                Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)), message.body(), null,
                null))
                .toList();
    }

    @Override
    List<DeadLetter> deadLetters() {
        return sqs.receive(sqs.deadLetterQueue()).stream().map(message -> new DeadLetter(message.body(),
                message.messageAttributes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, attribute -> attribute.getValue().stringValue()))))
                .toList();
    }

    @Test
    void largestMessageFitsTogetherWithItsReason() {
        String largest = "x".repeat(QueuedOperations.MAX_BYTES);
        queue.send(largest);
        queue.deadLetter(largest, new DeadLetterReason("rejected", 422, "\u00e9".repeat(500)).attributes("0".repeat(36)));

        assertEquals(1, sqs.size(sqs.queue()));
        assertEquals(1, sqs.size(sqs.deadLetterQueue()));
    }

    @Test
    void checkSendsNothing() {
        queue.check();

        assertEquals(0, sqs.size(sqs.queue()));
        assertEquals(0, sqs.size(sqs.deadLetterQueue()));
    }

    @Test
    void checkFindsAMissingQueue() {
        String missing = sqs.queue() + "nope";
        assertThrows(QueueUnavailableException.class, () -> new SqsQueue(sqs.client(), missing, sqs.deadLetterQueue()).check());
        assertThrows(QueueUnavailableException.class, () -> new SqsQueue(sqs.client(), sqs.queue(), missing).check());
    }

    @Test
    void reportsFailedRequestsAsUnavailable() {
        try (SqsClient unreachable = LocalSqs.client("http://localhost:1")) {
            SqsQueue unreachableQueue = new SqsQueue(unreachable, sqs.queue(), sqs.deadLetterQueue());
            assertThrows(QueueUnavailableException.class, () -> unreachableQueue.send("message"));
        }
        SqsQueue missingQueue = new SqsQueue(sqs.client(), sqs.queue() + "nope", sqs.deadLetterQueue());
        assertThrows(QueueUnavailableException.class, () -> missingQueue.send("message"));
        assertThrows(QueueUnavailableException.class, () -> queue.delay("no receipt", Duration.ZERO));
    }
}
