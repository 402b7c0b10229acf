package io.stockroom.config;

import io.stockroom.access.SessionConfig;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.lists.SearchConfig;
import io.stockroom.operations.LedgerConfig;
import io.stockroom.operations.RepeatConfig;
import io.stockroom.shops.OrdersConfig;
import io.stockroom.stock.StockConfig;
import io.stockroom.webhooks.WebhooksConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Valid ranges of all numbers and durations. */
final class ConfigRanges {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** The REST client waits no longer: see AltegioClientProducer. */
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);
    /** More would leave no time of the 30 seconds that API Gateway waits. */
    private static final Duration MAX_RESERVE = Duration.ofSeconds(25);
    /** SQS delays a message by at most 12 hours after it was received. */
    private static final Duration MAX_DELIVERY_DELAY = Duration.ofHours(11);
    /** SQS holds a new message back by at most 15 minutes. */
    private static final Duration MAX_WINDOW = Duration.ofMinutes(15);
    /** Each delayed response keeps an instance of the function busy. */
    private static final Duration MAX_FAILURE_DELAY = Duration.ofSeconds(10);
    /** A function has at most 10 GB of memory. */
    private static final long MAX_FETCH_AHEAD_BYTES = 10_000_000_000L;
    /** A file is written to the disk of the function first, which has 512 MB unless it is configured to have more. */
    private static final long MAX_PART_BYTES = 400_000_000L;
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final List<String> errors = new ArrayList<>();

    private ConfigRanges() {
    }

    static List<String> errors(AltegioConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("ALTEGIO_TIMEOUT", config.timeout(), Duration.ofMillis(100), MAX_TIMEOUT);
        ranges.check("ALTEGIO_RATE_PER_SECOND", config.rate().perSecond(), 0, 1_000);
        ranges.check("ALTEGIO_RATE_PER_MINUTE", config.rate().perMinute(), 0, 60_000);
        ranges.check("ALTEGIO_RATE_MARGIN", config.rate().margin(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_ATTEMPTS", config.retry().attempts(), 1, 10);
        ranges.check("ALTEGIO_RETRY_BASE_DELAY", config.retry().baseDelay(), Duration.ZERO, MINUTE);
        ranges.check("ALTEGIO_RETRY_MAX_DELAY", config.retry().maxDelay(), Duration.ZERO, MINUTE);
        ranges.checkOrder("ALTEGIO_RETRY_BASE_DELAY", config.retry().baseDelay(), "ALTEGIO_RETRY_MAX_DELAY", config.retry().maxDelay());
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", config.circuitBreaker().failureRate(), 0, 100);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS", config.circuitBreaker().minimumCalls(), 1, 1_000);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_WINDOW", config.circuitBreaker().window(), SECOND, HOUR);
        ranges.check("ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION", config.circuitBreaker().openDuration(), SECOND, HOUR);
        return ranges.errors;
    }

    static List<String> errors(SearchConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_SEARCH_PAGE_SIZE", config.pageSize(), 1, Altegio.MAX_PAGE_SIZE);
        ranges.check("STOCKROOM_SEARCH_FETCH_AHEAD", config.fetchAhead(), 1, 50);
        ranges.check("STOCKROOM_SEARCH_FETCH_AHEAD_BYTES", config.fetchAheadBytes(), 0L, MAX_FETCH_AHEAD_BYTES);
        ranges.check("STOCKROOM_SEARCH_ANSWER_SIZE", config.responseSize(), 1_000L, (long) SearchConfig.MAX_RESPONSE_SIZE);
        ranges.check("STOCKROOM_SEARCH_RESERVE", config.reserve(), Duration.ZERO, MAX_RESERVE);
        return ranges.errors;
    }

    /** With these ranges, a key is always remembered for longer than its operation takes to settle. */
    static List<String> errors(LedgerConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_LEDGER_SETTLE", config.settle(), SECOND, HOUR);
        ranges.check("STOCKROOM_LEDGER_TTL", config.ttl(), DAY, CENTURY);
        return ranges.errors;
    }

    /** A key is kept for at least a day, and must outlive the window. Zero means that there is none. */
    static List<String> errors(RepeatConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        if (!config.window().isZero()) {
            ranges.check("STOCKROOM_REPEAT_WINDOW", config.window(), SECOND, HOUR);
        }
        return ranges.errors;
    }

    static List<String> errors(OrdersConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_ORDERS_REMEMBER_GOODS", config.rememberGoods(), Duration.ZERO, HOUR);
        return ranges.errors;
    }

    static List<String> errors(ExportsConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_EXPORTS_OVERLAP", config.overlap(), Duration.ZERO, DAY);
        ranges.check("STOCKROOM_EXPORTS_MARGIN", config.margin(), Duration.ZERO, HOUR);
        ranges.check("STOCKROOM_EXPORTS_PART_SIZE", config.partSize(), 1_000L, MAX_PART_BYTES);
        ranges.check("STOCKROOM_EXPORTS_PART_ROWS", config.partRows(), 1, 10_000_000);
        ranges.check("STOCKROOM_EXPORTS_MAX_MISSING_SHARE", config.maxMissingShare(), BigDecimal.ZERO, BigDecimal.ONE);
        ranges.check("STOCKROOM_EXPORTS_LEASE", config.lease(), SECOND, HOUR);
        return ranges.errors;
    }

    static List<String> errors(SessionConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_SESSION_TTL", config.ttl(), MINUTE, CENTURY);
        ranges.check("STOCKROOM_SESSION_FAILURE_DELAY", config.failureDelay(), Duration.ZERO, MAX_FAILURE_DELAY);
        return ranges.errors;
    }

    static List<String> errors(StockConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_STOCK_WINDOW", config.window(), Duration.ZERO, MAX_WINDOW);
        ranges.check("STOCKROOM_STOCK_REMEMBER", config.remember(), HOUR, CENTURY);
        ranges.check("STOCKROOM_STOCK_LOOK_BACK", config.lookBack(), MINUTE, CENTURY);
        ranges.check("STOCKROOM_STOCK_BASE_DELAY", config.baseDelay(), SECOND, MAX_DELIVERY_DELAY);
        ranges.check("STOCKROOM_STOCK_MAX_DELAY", config.maxDelay(), SECOND, MAX_DELIVERY_DELAY);
        if (config.locations().orElse(Set.of()).stream().anyMatch(location -> location <= 0)) {
            ranges.errors.add("STOCKROOM_STOCK_LOCATIONS must be positive whole numbers separated by commas");
        }
        ranges.checkOrder("STOCKROOM_STOCK_BASE_DELAY", config.baseDelay(), "STOCKROOM_STOCK_MAX_DELAY", config.maxDelay());
        return ranges.errors;
    }

    static List<String> receiveWebhookErrors(WebhooksConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_WEBHOOKS_TOLERANCE", config.tolerance(), SECOND, CENTURY);
        return ranges.errors;
    }

    static List<String> applyWebhookErrors(WebhooksConfig config) {
        ConfigRanges ranges = new ConfigRanges();
        ranges.check("STOCKROOM_WEBHOOKS_BASE_DELAY", config.baseDelay(), SECOND, MAX_DELIVERY_DELAY);
        ranges.check("STOCKROOM_WEBHOOKS_MAX_DELAY", config.maxDelay(), SECOND, MAX_DELIVERY_DELAY);
        ranges.checkOrder("STOCKROOM_WEBHOOKS_BASE_DELAY", config.baseDelay(), "STOCKROOM_WEBHOOKS_MAX_DELAY", config.maxDelay());
        return ranges.errors;
    }

    private <T extends Comparable<T>> void check(String name, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            errors.add(name + " must be between " + min + " and " + max);
        }
    }

    /** Compares two values only if each is in its range. */
    private void checkOrder(String name, Duration value, String otherName, Duration other) {
        if (errors.stream().noneMatch(error -> error.startsWith(name) || error.startsWith(otherName)) && value.compareTo(other) > 0) {
            errors.add(name + " must not be greater than " + otherName);
        }
    }
}
