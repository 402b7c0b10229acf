package io.stockroom.api;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class OutageIT extends OutageContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(new CircuitBreakerEnabled().getConfigOverrides());
}
