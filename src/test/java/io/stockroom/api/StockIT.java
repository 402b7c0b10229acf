package io.stockroom.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.GatewayEvent;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.EventSource;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalSqs;
import io.stockroom.stock.LocalEventBridge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

/** The packaged functions, with SQS, DynamoDB, and an EventBridge that checks signatures. */
@Slow
class StockIT extends StockContract {

    private static final LocalEventBridge BUS = LocalEventBridge.start();

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.withQueues()
            .parameter("StockEvents", "true").parameter("altegio_tokens", TOKENS).parameter("AltegioLocations", "4564")
            .parameter("StockBus", LocalEventBridge.BUS).setting("stockroom.stock.bus-url", BUS.url())
            .setting("stockroom.stock.window", "PT1S").setting("stockroom.stock.base-delay", "PT1S");
    private static final LocalSqs SQS = STACK.sqs();

    private static final String LOOK = "GET /goods";
    private static final Duration MAX_DELIVERY = Duration.ofSeconds(10);

    private static Instance announcer;
    private static Instance searcher;
    private int forgotten;
    private List<Message> received = List.of();

    @AfterAll
    static void stop() {
        announcer.close();
        searcher.close();
        BUS.close();
    }

    /** The events that were put before its end are on the bus; the others follow from another instance, which need not wait for it. */
    @Test
    void anInstanceThatIsKilledLosesNothing() {
        post(sale()).statusCode(200);
        assertEquals(1, search());
        Await.until(() -> !receive().isEmpty());
        Message message = received.get(0);
        long requests = STACK.requests(LOOK);
        fault(Map.of("fault", "slow-drip", "delay", "PT9S"));
        try (Instance killed = Instance.start(Artifact.packaged(),
                STACK.function("AnnounceStockFunction").with("ALTEGIO_TIMEOUT", "PT9S"))) {
            killed.startToFirstPoll();
            killed.api().submit(EventSource.event(List.of(message)), Duration.ofSeconds(20));
            Await.until(() -> STACK.requests(LOOK) > requests);
            killed.kill();
        }
        SQS.release(message);
        Await.until(() -> {
            deliver();
            return !events().isEmpty() && queued() == 0;
        });

        assertEquals(1, events().size());
    }

    @Test
    void noTokenIsInTheLogEvenIfItIsInThePath() {
        try (Instance receiver = Instance.start(Artifact.packaged(), STACK.function("ReceiveWebhookFunction"))) {
            for (String token : List.of(TOKEN, "canary-wrong-token")) {
                receiver.invoke(GatewayEvent.of("POST /webhooks/altegio/{location_id}/{token}", "/webhooks/altegio/4564/" + token,
                        Instant.now()).header("Authorization", "Bearer " + token).body("[]".getBytes(UTF_8)).json());
            }
            assertTrue(receiver.output().contains("\"status\":200") && receiver.output().contains("\"status\":401"), receiver.output());
            assertFalse(receiver.output().contains(TOKEN), receiver.output());
            assertFalse(receiver.output().contains("canary"), receiver.output());
        }
        assertEquals(0, BUS.errors());
    }

    private List<Message> receive() {
        received = SQS.receive(SQS.queue());
        return received;
    }

    @Override
    void deliver() {
        if (announcer == null) {
            announcer = Instance.start(Artifact.packaged(), STACK.function("AnnounceStockFunction"));
        }
        EventSource source = new EventSource(SQS, announcer);
        Instant end = Instant.now().plus(MAX_DELIVERY);
        while (queued() > 0 && Instant.now().isBefore(end)) {
            source.deliver();
        }
    }

    @Override
    int queued() {
        return SQS.size(SQS.queue());
    }

    @Override
    List<JsonNode> events() {
        return BUS.events().subList(forgotten, BUS.events().size());
    }

    @Override
    int search() {
        if (searcher == null) {
            searcher = Instance.start(Artifact.packaged(), STACK.function("FindStockChangesFunction"));
        }
        return searcher.invoke("{}").json().get("goods").asInt();
    }

    @Override
    void clear() {
        SQS.client().purgeQueue(request -> request.queueUrl(SQS.queue()));
        forgotten = BUS.events().size();
    }
}
