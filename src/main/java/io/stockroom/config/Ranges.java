package io.stockroom.config;

import io.stockroom.altegio.AltegioConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the numbers may be that say how Altegio is spared. */
final class Ranges {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> complaints = new ArrayList<>();

    private Ranges() {
    }

    static List<String> complaints(AltegioConfig config) {
        Ranges ranges = new Ranges();
        ranges.check("ALTEGIO_RATE_PER_SECOND", config.rate().perSecond(), 0, 1_000);
        ranges.check("ALTEGIO_RATE_PER_MINUTE", config.rate().perMinute(), 0, 60_000);
        ranges.check("ALTEGIO_RATE_MARGIN", config.rate().margin(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_ATTEMPTS", config.retry().attempts(), 1, 10);
        ranges.check("ALTEGIO_RETRY_FIRST_DELAY", config.retry().firstDelay(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_LONGEST_DELAY", config.retry().longestDelay(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_BREAKER_FAILURES", config.breaker().failures(), 0, 100);
        ranges.check("ALTEGIO_BREAKER_CALLS", config.breaker().calls(), 1, 1_000);
        ranges.check("ALTEGIO_BREAKER_WINDOW", config.breaker().window(), Duration.ofSeconds(1), HOUR);
        ranges.check("ALTEGIO_BREAKER_REST", config.breaker().rest(), Duration.ofSeconds(1), HOUR);
        return ranges.complaints;
    }

    private <T extends Comparable<T>> void check(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            complaints.add(name + " must be " + least + " to " + most);
        }
    }
}
