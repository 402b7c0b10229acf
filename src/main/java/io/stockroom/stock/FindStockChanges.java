package io.stockroom.stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.altegio.ConfiguredLocations;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Deadline;
import io.stockroom.problems.ProblemException;
import io.stockroom.stock.StockChanges.Found;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Searches all locations for goods whose stock has changed without being announced, and queues them. Started by its schedule, or by hand:
 * nothing in the event matters.
 */
@Named("find-stock-changes")
@ApplicationScoped
public class FindStockChanges implements RequestHandler<Map<String, Object>, StockSearchReport> {

    private static final Logger LOG = Logger.getLogger(FindStockChanges.class);
    private static final String NAME = "find-stock-changes";
    /** Part of the timeout that is reserved for the response. */
    private static final Duration RESERVE = Duration.ofSeconds(3);
    /** Less is not enough for the calls of a location. */
    private static final Duration MIN_TIME_PER_LOCATION = Duration.ofSeconds(10);

    private final StockChanges changes;
    private final StockQueue queue;
    private final ConfiguredLocations configured;
    private final LocationAllowList allowList;
    private final StockConfig config;
    private final RequestLogger requestLogger;
    private final Clock clock;

    FindStockChanges(StockChanges changes, StockQueue queue, ConfiguredLocations configured, LocationAllowList allowList,
            StockConfig config,
            RequestLogger requestLogger, Clock clock) {
        this.changes = changes;
        this.queue = queue;
        this.configured = configured;
        this.allowList = allowList;
        this.config = config;
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    @Override
    public StockSearchReport handleRequest(Map<String, Object> event, Context context) {
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        CallContext callContext = CallContext.until(
                Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock));
        Set<Long> locations = locations();
        if (locations.isEmpty()) {
            LOG.error("No location is known whose goods could be searched: set ALTEGIO_LOCATIONS or STOCKROOM_STOCK_LOCATIONS");
        }
        int goods = 0;
        int failures = locations.isEmpty() ? 1 : 0;
        for (long location : locations) {
            int found = search(location, callContext);
            goods += Math.max(found, 0);
            failures += found < 0 ? 1 : 0;
        }
        return new StockSearchReport(locations.size(), goods, failures);
    }

    private Set<Long> locations() {
        return config.locations().filter(some -> !some.isEmpty()).<Set<Long>>map(TreeSet::new).orElseGet(configured::all);
    }

    /** Returns how many goods were queued; -1 if the location could not be searched: the next search begins where this one did. */
    private int search(long location, CallContext context) {
        long started = System.nanoTime();
        CallContext part = context.part();
        try {
            if (context.remaining().compareTo(MIN_TIME_PER_LOCATION) < 0) {
                LOG.warnf("No time left for location %d; raise the timeout of %s", location, NAME);
                log(location, 504, "timeout-too-short", started, part, 0);
                return -1;
            }
            allowList.check(location);
            Found found = changes.search(location, part);
            if (!found.goods().isEmpty()) {
                queue.send(new QueuedGoods(location, found.goods(), StockChanges.CAUSE).messages());
            }
            changes.done(found);
            log(location, 200, RequestSummary.SUCCEEDED, started, part, found.goods().size());
            return found.goods().size();
        } catch (ProblemException e) {
            LOG.warnf("Changed goods not found: %s: %s; location %d", e.problem().title(), e.problem().detail(), location);
            log(location, e.problem().status(), e.problem().name(), started, part, 0);
            return -1;
        }
    }

    private void log(long location, int status, String outcome, long started, CallContext context, int goods) {
        requestLogger.write(new RequestSummary(NAME, location, status, outcome, Duration.ofNanos(System.nanoTime() - started),
                context.calls(), Map.of(), null, Map.of("StockMissed", goods)));
    }
}
