package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT extends OutageContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(new CircuitBreakerEnabled().getConfigOverrides());
}
