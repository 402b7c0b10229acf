package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.altegio.Marker;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.EventSource;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

@Slow
class ShopsIT extends ShopsContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.withQueues();

    /** Ten messages of five orders: the instance ends while one of them is being booked, and others take over. */
    @Test
    void eachOrderIsBookedOnceAfterAnInstanceWasKilledInTheMiddleOfItsBatch() {
        for (int i = 0; i < 10; i++) {
            order(i % 5);
        }
        List<Message> batch = STACK.sqs().receive(STACK.sqs().queue());
        fault(Map.of("fault", "slow-drip", "route", WebhooksContract.BOOK, "delay", "PT9S", "times", 3));
        try (Instance instance = Instance.start(Artifact.packaged(),
                STACK.function("ApplyWebhookFunction").with("ALTEGIO_TIMEOUT", "PT9S"))) {
            instance.startToFirstPoll();
            CompletableFuture<RuntimeResponse> response = instance.api().submit(EventSource.event(batch), Duration.ofSeconds(58));
            Await.until(() -> booked().size() == 2);
            instance.kill();
            assertEquals("Runtime.ExitError", response.join().error());
        }
        given().delete(sandbox + "/faults");
        batch.forEach(STACK.sqs()::release);
        deliverUntilEmpty();

        assertEquals(0, queued());
        assertEquals(IntStream.range(0, 5).mapToObj(i -> "demo #" + number(i)).toList(),
                booked().stream().map(document -> Marker.removedFrom(document.get("comment").toString())).sorted().toList());
        assertEquals(List.of(), deadLetters());
    }

    @Override
    WorkQueue queue() {
        return STACK.workQueue();
    }
}
