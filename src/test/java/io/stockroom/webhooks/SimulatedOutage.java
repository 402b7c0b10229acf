package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.JumpingClock;
import io.stockroom.local.LocalEventSource;
import io.stockroom.local.sandbox.SandboxServer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests of an hour-long outage of Altegio in simulated time: receives webhooks, and delivers what is queued step by step. */
abstract class SimulatedOutage {

    static final Duration STEP = Duration.ofSeconds(30);
    static final Duration OUTAGE = Duration.ofHours(1);

    SandboxServer server;

    @Inject
    @Named("receive-webhook")
    ReceiveWebhook receiver;
    @Inject
    LocalEventSource eventSource;
    @Inject
    InMemoryQueue queue;
    @Inject
    Clock systemClock;

    JumpingClock clock;

    @BeforeEach
    void begin() {
        clock = (JumpingClock) systemClock;
        reset();
    }

    @AfterEach
    void reset() {
        clock.reset();
        server.sandbox().reset();
        queue.clear();
    }

    void receive(APIGatewayV2HTTPEvent event) {
        assertEquals(202, receiver.handleRequest(event, null).getStatusCode());
    }

    /** Delivers the visible messages, and advances the clock by a step; returns the number of batches. */
    int deliver() {
        int batches = 0;
        while (eventSource.deliver()) {
            batches++;
        }
        clock.jump(STEP);
        return batches;
    }

    /** Delivers step by step until the queue is empty, for an hour at most. */
    void deliverUntilEmpty() {
        for (Duration elapsed = Duration.ZERO; queue.messages().size() > 0 && elapsed.compareTo(OUTAGE) < 0; elapsed = elapsed.plus(STEP)) {
            deliver();
        }
        assertEquals(0, queue.messages().size());
    }
}
