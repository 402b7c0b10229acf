package io.stockroom.config;

import io.stockroom.altegio.AltegioConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Valid ranges of the rate-limit, retry and circuit-breaker settings. */
final class ConfigRanges {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> errors = new ArrayList<>();

    private ConfigRanges() {
    }

    static List<String> errors(AltegioConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("ALTEGIO_RATE_PER_SECOND", config.rate().perSecond(), 0, 1_000);
        ranges.check("ALTEGIO_RATE_PER_MINUTE", config.rate().perMinute(), 0, 60_000);
        ranges.check("ALTEGIO_RATE_MARGIN", config.rate().margin(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_ATTEMPTS", config.retry().attempts(), 1, 10);
        ranges.check("ALTEGIO_RETRY_BASE_DELAY", config.retry().baseDelay(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_MAX_DELAY", config.retry().maxDelay(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", config.circuitBreaker().failureRate(), 0, 100);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS", config.circuitBreaker().minimumCalls(), 1, 1_000);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_WINDOW", config.circuitBreaker().window(), Duration.ofSeconds(1), HOUR);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION", config.circuitBreaker().openDuration(), Duration.ofSeconds(1), HOUR);
        return ranges.errors;
    }

    private <T extends Comparable<T>> void check(String name, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            errors.add(name + " must be between " + min + " and " + max);
        }
    }
}
