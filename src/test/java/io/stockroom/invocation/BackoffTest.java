package io.stockroom.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"1,PT30S", "2,PT1M", "3,PT2M", "5,PT8M", "6,PT15M", "100,PT15M", "2147483647,PT15M", "0,PT30S", "-1,PT30S"})
    void doublesUpToTheMaximum(int attempt, Duration delay) {
        assertEquals(delay, backoff.delay(attempt));
    }
}
