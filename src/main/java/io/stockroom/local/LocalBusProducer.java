package io.stockroom.local;

import io.stockroom.stock.InMemoryBus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the event bus for development and tests. */
class LocalBusProducer {

    @Produces
    @Singleton
    InMemoryBus bus() {
        return new InMemoryBus();
    }
}
