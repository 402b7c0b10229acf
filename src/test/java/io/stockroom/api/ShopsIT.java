package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.Slow;
import io.stockroom.altegio.Marker;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.EventSource;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalSqs;
import io.stockroom.runtime.RuntimeResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

@Slow
class ShopsIT extends ShopsContract {

    private static final LocalSqs SQS = LocalSqs.start();

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack(SQS);

    private static Instance function;

    private final List<Message> letters = new ArrayList<>();

    @BeforeEach
    void emptyTheQueues() {
        for (String queue : List.of(SQS.queue(), SQS.deadLetterQueue())) {
            SQS.client().purgeQueue(request -> request.queueUrl(queue));
        }
    }

    @AfterAll
    static void stop() {
        if (function != null) {
            function.close();
        }
        SQS.close();
    }

    /** Ten messages of five orders: the instance ends while one of them is being booked, and others take over. */
    @Test
    void eachOrderIsBookedOnceAfterAnInstanceWasKilledInTheMiddleOfItsBatch() {
        for (int i = 0; i < 10; i++) {
            order(i % 5);
        }
        List<Message> batch = SQS.receive(SQS.queue());
        fault(Map.of("fault", "slow-drip", "route", WebhooksContract.BOOK, "delay", "PT9S", "times", 3));
        try (Instance instance = Instance.start(Artifact.packaged(),
                STACK.function("ApplyWebhookFunction").with("ALTEGIO_TIMEOUT", "PT9S"))) {
            instance.startToFirstPoll();
            CompletableFuture<RuntimeResponse> response = instance.api().submit(EventSource.event(batch), Duration.ofSeconds(58));
            WebhooksContract.await(() -> booked().size() == 2);
            instance.kill();
            assertEquals("Runtime.ExitError", response.join().error());
        }
        given().delete(sandbox + "/faults");
        batch.forEach(message -> SQS.client().changeMessageVisibility(request -> request.queueUrl(SQS.queue())
                .receiptHandle(message.receiptHandle()).visibilityTimeout(0)));
        WebhooksContract.await(() -> {
            deliver();
            return queued() == 0;
        });

        assertEquals(0, queued());
        assertEquals(IntStream.range(0, 5).mapToObj(i -> "demo #" + number(i)).toList(),
                booked().stream().map(document -> Marker.removedFrom(document.get("comment").toString())).sorted().toList());
        assertEquals(List.of(), deadLetters());
    }

    @Override
    Instant now() {
        return Instant.now();
    }

    @Override
    void deliver() {
        if (function == null) {
            function = Instance.start(Artifact.packaged(), STACK.function("ApplyWebhookFunction"));
        }
        EventSource source = new EventSource(SQS, function);
        boolean more = true;
        while (more) {
            more = source.deliver();
        }
    }

    @Override
    int queued() {
        return SQS.size(SQS.queue());
    }

    @Override
    List<Map<String, String>> deadLetters() {
        List<Message> more = SQS.receive(SQS.deadLetterQueue());
        while (!more.isEmpty()) {
            letters.addAll(more);
            more = SQS.receive(SQS.deadLetterQueue());
        }
        return letters.stream().map(message -> message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> attribute.getValue().stringValue()))).toList();
    }

    @Override
    void redrive() {
        deadLetters();
        letters.forEach(letter -> {
            SQS.client().sendMessage(request -> request.queueUrl(SQS.queue()).messageBody(letter.body()));
            SQS.client().deleteMessage(request -> request.queueUrl(SQS.deadLetterQueue()).receiptHandle(letter.receiptHandle()));
        });
        letters.clear();
    }
}
