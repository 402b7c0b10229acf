package io.stockroom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and processes do. */
public final class Await {

    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private Await() {
    }

    public static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(MAX_WAIT);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "Waited too long");
            pause(Duration.ofMillis(20));
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
