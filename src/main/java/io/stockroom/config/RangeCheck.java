package io.stockroom.config;

import io.stockroom.access.SessionConfig;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.lists.SearchConfig;
import io.stockroom.operations.LedgerConfig;
import io.stockroom.operations.RepeatConfig;
import io.stockroom.shops.OrdersConfig;
import io.stockroom.stock.StockConfig;
import io.stockroom.webhooks.WebhooksConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks numbers and durations against {@link ConfigRanges}. */
final class RangeCheck {

    private final List<String> errors = new ArrayList<>();

    private RangeCheck() {
    }

    static List<String> errors(AltegioConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.ALTEGIO_TIMEOUT, config.timeout());
        check.range(ConfigRanges.ALTEGIO_RATE_PER_SECOND, config.rate().perSecond());
        check.range(ConfigRanges.ALTEGIO_RATE_PER_MINUTE, config.rate().perMinute());
        check.range(ConfigRanges.ALTEGIO_RATE_MARGIN, config.rate().margin());
        check.range(ConfigRanges.ALTEGIO_RETRY_ATTEMPTS, config.retry().attempts());
        check.range(ConfigRanges.ALTEGIO_RETRY_BASE_DELAY, config.retry().baseDelay());
        check.range(ConfigRanges.ALTEGIO_RETRY_MAX_DELAY, config.retry().maxDelay());
        check.order(ConfigRanges.ALTEGIO_RETRY_BASE_DELAY, config.retry().baseDelay(), ConfigRanges.ALTEGIO_RETRY_MAX_DELAY,
                config.retry().maxDelay());
        check.range(ConfigRanges.ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE, config.circuitBreaker().failureRate());
        check.range(ConfigRanges.ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS, config.circuitBreaker().minimumCalls());
        check.range(ConfigRanges.ALTEGIO_CIRCUIT_BREAKER_WINDOW, config.circuitBreaker().window());
        check.range(ConfigRanges.ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION, config.circuitBreaker().openDuration());
        return check.errors;
    }

    static List<String> errors(SearchConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_SEARCH_PAGE_SIZE, config.pageSize());
        check.range(ConfigRanges.STOCKROOM_SEARCH_FETCH_AHEAD, config.fetchAhead());
        check.range(ConfigRanges.STOCKROOM_SEARCH_FETCH_AHEAD_BYTES, config.fetchAheadBytes());
        check.range(ConfigRanges.STOCKROOM_SEARCH_ANSWER_SIZE, config.responseSize());
        check.range(ConfigRanges.STOCKROOM_SEARCH_RESERVE, config.reserve());
        return check.errors;
    }

    static List<String> errors(LedgerConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_LEDGER_SETTLE, config.settle());
        check.range(ConfigRanges.STOCKROOM_LEDGER_TTL, config.ttl());
        return check.errors;
    }

    /** Zero means that there is no window. */
    static List<String> errors(RepeatConfig config) {
        RangeCheck check = new RangeCheck();
        if (!config.window().isZero()) {
            check.range(ConfigRanges.STOCKROOM_REPEAT_WINDOW, config.window());
        }
        return check.errors;
    }

    static List<String> errors(OrdersConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_ORDERS_REMEMBER_GOODS, config.rememberGoods());
        return check.errors;
    }

    static List<String> errors(ExportsConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_EXPORTS_OVERLAP, config.overlap());
        check.range(ConfigRanges.STOCKROOM_EXPORTS_MARGIN, config.margin());
        check.range(ConfigRanges.STOCKROOM_EXPORTS_PART_SIZE, config.partSize());
        check.range(ConfigRanges.STOCKROOM_EXPORTS_PART_ROWS, config.partRows());
        check.range(ConfigRanges.STOCKROOM_EXPORTS_MAX_MISSING_SHARE, config.maxMissingShare());
        check.range(ConfigRanges.STOCKROOM_EXPORTS_LEASE, config.lease());
        return check.errors;
    }

    static List<String> errors(SessionConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_SESSION_TTL, config.ttl());
        check.range(ConfigRanges.STOCKROOM_SESSION_FAILURE_DELAY, config.failureDelay());
        return check.errors;
    }

    static List<String> errors(StockConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_STOCK_WINDOW, config.window());
        check.range(ConfigRanges.STOCKROOM_STOCK_REMEMBER, config.remember());
        check.range(ConfigRanges.STOCKROOM_STOCK_LOOK_BACK, config.lookBack());
        check.range(ConfigRanges.STOCKROOM_STOCK_BASE_DELAY, config.baseDelay());
        check.range(ConfigRanges.STOCKROOM_STOCK_MAX_DELAY, config.maxDelay());
        if (config.locations().orElse(Set.of()).stream().anyMatch(location -> location <= 0)) {
            check.errors.add("STOCKROOM_STOCK_LOCATIONS must be positive whole numbers separated by commas");
        }
        check.order(ConfigRanges.STOCKROOM_STOCK_BASE_DELAY, config.baseDelay(), ConfigRanges.STOCKROOM_STOCK_MAX_DELAY, config.maxDelay());
        return check.errors;
    }

    static List<String> receiveWebhookErrors(WebhooksConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_WEBHOOKS_TOLERANCE, config.tolerance());
        return check.errors;
    }

    static List<String> applyWebhookErrors(WebhooksConfig config) {
        RangeCheck check = new RangeCheck();
        check.range(ConfigRanges.STOCKROOM_WEBHOOKS_BASE_DELAY, config.baseDelay());
        check.range(ConfigRanges.STOCKROOM_WEBHOOKS_MAX_DELAY, config.maxDelay());
        check.order(ConfigRanges.STOCKROOM_WEBHOOKS_BASE_DELAY, config.baseDelay(), ConfigRanges.STOCKROOM_WEBHOOKS_MAX_DELAY,
                config.maxDelay());
        return check.errors;
    }

    private <T extends Comparable<T>> void range(ConfigRange<T> range, T value) {
        if (!range.contains(value)) {
            errors.add(range.error());
        }
    }

    /** Compares two values only if each is in its range. */
    private <T extends Comparable<T>> void order(ConfigRange<T> lower, T value, ConfigRange<T> upper, T other) {
        if (lower.contains(value) && upper.contains(other) && value.compareTo(other) > 0) {
            errors.add(lower.variable() + " must not be greater than " + upper.variable());
        }
    }
}
