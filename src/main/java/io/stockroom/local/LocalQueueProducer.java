package io.stockroom.local;

import io.stockroom.webhooks.InMemoryQueue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Produces the queue for development and tests, with the settings of the queue in template.yaml. */
class LocalQueueProducer {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(360);
    private static final int MAX_RECEIVE_COUNT = 100;

    @Produces
    @Singleton
    InMemoryQueue queue(Clock clock) {
        return new InMemoryQueue(VISIBILITY_TIMEOUT, MAX_RECEIVE_COUNT, clock);
    }
}
