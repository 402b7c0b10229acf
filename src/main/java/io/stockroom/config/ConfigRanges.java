package io.stockroom.config;

import io.stockroom.altegio.Altegio;
import io.stockroom.lists.SearchConfig;
import java.math.BigDecimal;
import java.time.Duration;

/** Valid ranges of all numbers and durations. Each has the name of its variable. {@link RangeCheck} checks them. */
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

    static final ConfigRange<Duration> ALTEGIO_TIMEOUT = new ConfigRange<>("ALTEGIO_TIMEOUT", Duration.ofMillis(100), MAX_TIMEOUT);
    static final ConfigRange<Integer> ALTEGIO_RATE_PER_SECOND = new ConfigRange<>("ALTEGIO_RATE_PER_SECOND", 0, 1_000);
    static final ConfigRange<Integer> ALTEGIO_RATE_PER_MINUTE = new ConfigRange<>("ALTEGIO_RATE_PER_MINUTE", 0, 60_000);
    static final ConfigRange<Duration> ALTEGIO_RATE_MARGIN = new ConfigRange<>("ALTEGIO_RATE_MARGIN", Duration.ZERO, MINUTE);
    static final ConfigRange<Integer> ALTEGIO_RETRY_ATTEMPTS = new ConfigRange<>("ALTEGIO_RETRY_ATTEMPTS", 1, 10);
    static final ConfigRange<Duration> ALTEGIO_RETRY_BASE_DELAY = new ConfigRange<>("ALTEGIO_RETRY_BASE_DELAY", Duration.ZERO, MINUTE);
    static final ConfigRange<Duration> ALTEGIO_RETRY_MAX_DELAY = new ConfigRange<>("ALTEGIO_RETRY_MAX_DELAY", Duration.ZERO, MINUTE);
    static final ConfigRange<Integer> ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE = new ConfigRange<>("ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", 0,
            100);
    static final ConfigRange<Integer> ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS = new ConfigRange<>("ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS", 1,
            1_000);
    static final ConfigRange<Duration> ALTEGIO_CIRCUIT_BREAKER_WINDOW = new ConfigRange<>("ALTEGIO_CIRCUIT_BREAKER_WINDOW", SECOND, HOUR);
    static final ConfigRange<Duration> ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION = new ConfigRange<>("ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION",
            SECOND, HOUR);

    static final ConfigRange<Integer> STOCKROOM_SEARCH_PAGE_SIZE = new ConfigRange<>("STOCKROOM_SEARCH_PAGE_SIZE", 1,
            Altegio.MAX_PAGE_SIZE);
    static final ConfigRange<Integer> STOCKROOM_SEARCH_FETCH_AHEAD = new ConfigRange<>("STOCKROOM_SEARCH_FETCH_AHEAD", 1, 50);
    static final ConfigRange<Long> STOCKROOM_SEARCH_FETCH_AHEAD_BYTES = new ConfigRange<>("STOCKROOM_SEARCH_FETCH_AHEAD_BYTES", 0L,
            MAX_FETCH_AHEAD_BYTES);
    static final ConfigRange<Long> STOCKROOM_SEARCH_ANSWER_SIZE = new ConfigRange<>("STOCKROOM_SEARCH_ANSWER_SIZE", 1_000L,
            (long) SearchConfig.MAX_RESPONSE_SIZE);
    static final ConfigRange<Duration> STOCKROOM_SEARCH_RESERVE = new ConfigRange<>("STOCKROOM_SEARCH_RESERVE", Duration.ZERO, MAX_RESERVE);

    // With these ranges, a key is always remembered for longer than its operation takes to settle.
    static final ConfigRange<Duration> STOCKROOM_LEDGER_SETTLE = new ConfigRange<>("STOCKROOM_LEDGER_SETTLE", SECOND, HOUR);
    static final ConfigRange<Duration> STOCKROOM_LEDGER_TTL = new ConfigRange<>("STOCKROOM_LEDGER_TTL", DAY, CENTURY);

    // A key is kept for at least a day, and must outlive the window. Zero, which is not in the range, means that there is none.
    static final ConfigRange<Duration> STOCKROOM_REPEAT_WINDOW = new ConfigRange<>("STOCKROOM_REPEAT_WINDOW", SECOND, HOUR);

    static final ConfigRange<Duration> STOCKROOM_ORDERS_REMEMBER_GOODS = new ConfigRange<>("STOCKROOM_ORDERS_REMEMBER_GOODS", Duration.ZERO,
            HOUR);

    static final ConfigRange<Duration> STOCKROOM_EXPORTS_OVERLAP = new ConfigRange<>("STOCKROOM_EXPORTS_OVERLAP", Duration.ZERO, DAY);
    static final ConfigRange<Duration> STOCKROOM_EXPORTS_MARGIN = new ConfigRange<>("STOCKROOM_EXPORTS_MARGIN", Duration.ZERO, HOUR);
    static final ConfigRange<Long> STOCKROOM_EXPORTS_PART_SIZE = new ConfigRange<>("STOCKROOM_EXPORTS_PART_SIZE", 1_000L, MAX_PART_BYTES);
    static final ConfigRange<Integer> STOCKROOM_EXPORTS_PART_ROWS = new ConfigRange<>("STOCKROOM_EXPORTS_PART_ROWS", 1, 10_000_000);
    static final ConfigRange<BigDecimal> STOCKROOM_EXPORTS_MAX_MISSING_SHARE = new ConfigRange<>("STOCKROOM_EXPORTS_MAX_MISSING_SHARE",
            BigDecimal.ZERO, BigDecimal.ONE);
    static final ConfigRange<Duration> STOCKROOM_EXPORTS_LEASE = new ConfigRange<>("STOCKROOM_EXPORTS_LEASE", SECOND, HOUR);

    static final ConfigRange<Duration> STOCKROOM_SESSION_TTL = new ConfigRange<>("STOCKROOM_SESSION_TTL", MINUTE, CENTURY);
    static final ConfigRange<Duration> STOCKROOM_SESSION_FAILURE_DELAY = new ConfigRange<>("STOCKROOM_SESSION_FAILURE_DELAY", Duration.ZERO,
            MAX_FAILURE_DELAY);

    static final ConfigRange<Duration> STOCKROOM_STOCK_WINDOW = new ConfigRange<>("STOCKROOM_STOCK_WINDOW", Duration.ZERO, MAX_WINDOW);
    static final ConfigRange<Duration> STOCKROOM_STOCK_REMEMBER = new ConfigRange<>("STOCKROOM_STOCK_REMEMBER", HOUR, CENTURY);
    static final ConfigRange<Duration> STOCKROOM_STOCK_LOOK_BACK = new ConfigRange<>("STOCKROOM_STOCK_LOOK_BACK", MINUTE, CENTURY);
    static final ConfigRange<Duration> STOCKROOM_STOCK_BASE_DELAY = new ConfigRange<>("STOCKROOM_STOCK_BASE_DELAY", SECOND,
            MAX_DELIVERY_DELAY);
    static final ConfigRange<Duration> STOCKROOM_STOCK_MAX_DELAY = new ConfigRange<>("STOCKROOM_STOCK_MAX_DELAY", SECOND,
            MAX_DELIVERY_DELAY);

    static final ConfigRange<Duration> STOCKROOM_WEBHOOKS_TOLERANCE = new ConfigRange<>("STOCKROOM_WEBHOOKS_TOLERANCE", SECOND, CENTURY);
    static final ConfigRange<Duration> STOCKROOM_WEBHOOKS_BASE_DELAY = new ConfigRange<>("STOCKROOM_WEBHOOKS_BASE_DELAY", SECOND,
            MAX_DELIVERY_DELAY);
    static final ConfigRange<Duration> STOCKROOM_WEBHOOKS_MAX_DELAY = new ConfigRange<>("STOCKROOM_WEBHOOKS_MAX_DELAY", SECOND,
            MAX_DELIVERY_DELAY);

    private ConfigRanges() {
    }
}
