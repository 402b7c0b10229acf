package io.stockroom.local.sandbox;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The sandbox of dev mode, with Altegio's documented rate limit. */
class SandboxProducer {

    @Produces
    @Singleton
    Sandbox sandbox() {
        return new Sandbox(Clock.systemUTC(), SandboxRate.DOCUMENTED);
    }
}
