package io.stockroom.stock;

import io.stockroom.altegio.LocationAllowList;
import io.stockroom.input.InvalidInputException;
import io.stockroom.invocation.Backoff;
import io.stockroom.invocation.CallContext;
import io.stockroom.problems.ProblemException;
import io.stockroom.stock.StockAnnouncer.Wanted;
import io.stockroom.stock.StockChanges.Found;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Processes a batch of messages: each good is looked at once, however many of them name it. A message stays in the queue until all of its
 * goods are announced; after too many deliveries, the queue dead-letters it.
 */
@ApplicationScoped
class StockProcessor {

    private static final Logger LOG = Logger.getLogger(StockProcessor.class);
    private static final String NAME = "announce-stock";

    private final StockAnnouncer announcer;
    private final StockChanges changes;
    private final StockQueue queue;
    private final LocationAllowList allowList;
    private final Backoff backoff;
    private final Duration window;
    private final RequestLogger requestLogger;
    private final Clock clock;

    StockProcessor(StockAnnouncer announcer, StockChanges changes, StockQueue queue, LocationAllowList allowList, StockConfig config,
            RequestLogger requestLogger, Clock clock) {
        this.announcer = announcer;
        this.changes = changes;
        this.queue = queue;
        this.allowList = allowList;
        this.backoff = new Backoff(config.baseDelay(), config.maxDelay());
        this.window = config.window();
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    /** What a batch asks for. */
    private static final class Batch {

        private final Map<StockMessage, QueuedGoods> messages = new LinkedHashMap<>();
        private final List<StockMessage> failed = new ArrayList<>();
        private final Map<GoodKey, Wanted> wanted = new LinkedHashMap<>();
        private final Map<Long, Found> searched = new LinkedHashMap<>();

        void want(GoodKey good, Instant happened, String cause) {
            wanted.merge(good, new Wanted(happened, cause), (one, other) -> one.happened().isAfter(other.happened()) ? one : other);
        }
    }

    /** Returns the ids of the messages that stay in the queue. */
    Set<String> process(List<StockMessage> messages, CallContext context) {
        long started = System.nanoTime();
        Batch batch = new Batch();
        messages.forEach(message -> read(message, batch));
        search(batch, context);
        StockOutcome outcome = announcer.announce(batch.wanted, context);
        batch.searched.values().stream().filter(found -> isDone(found.location(), found.goods(), outcome)).forEach(this::rememberSearch);
        List<StockMessage> remaining = new ArrayList<>(batch.failed);
        batch.messages.forEach((message, queued) -> {
            if (!isDone(queued, batch, outcome)) {
                remaining.add(message);
            }
        });
        delay(remaining, batch, outcome);
        logSummary(batch, outcome, messages, Duration.ofNanos(System.nanoTime() - started), context);
        return remaining.stream().map(StockMessage::id).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static void read(StockMessage message, Batch batch) {
        try {
            QueuedGoods queued = QueuedGoods.read(message.body());
            batch.messages.put(message, queued);
            queued.goods().forEach(good -> batch.want(new GoodKey(queued.location(), good), message.sent(), queued.cause()));
        } catch (InvalidInputException e) {
            LOG.warnf("A message cannot be read, and will be dead-lettered: messageId=%s detail=%s", message.id(), e.getMessage());
            batch.failed.add(message);
        }
    }

    /** Searches each location once whose changed goods no message names. */
    private void search(Batch batch, CallContext context) {
        Map<Long, List<StockMessage>> unnamed = new LinkedHashMap<>();
        batch.messages.forEach((message, queued) -> {
            if (queued.goods().isEmpty()) {
                unnamed.computeIfAbsent(queued.location(), location -> new ArrayList<>()).add(message);
            }
        });
        unnamed.forEach((location, messages) -> {
            try {
                allowList.check(location);
                Found found = changes.search(location, context);
                batch.searched.put(location, found);
                String cause = batch.messages.get(messages.get(0)).cause();
                found.goods().forEach(good -> batch.want(new GoodKey(location, good), found.began(), cause));
            } catch (ProblemException e) {
                LOG.infof("Changed goods not searched for yet: reason=%s (%d) location=%d", e.problem().name(), e.problem().status(),
                        location);
                messages.forEach(batch.messages::remove);
                batch.failed.addAll(messages);
            }
        });
    }

    private void rememberSearch(Found found) {
        try {
            changes.done(found);
        } catch (StockRecordsUnavailableException e) {
            LOG.infof("The search of location %d could not be remembered, so that the next one begins earlier", found.location());
        }
    }

    private static boolean isDone(QueuedGoods queued, Batch batch, StockOutcome outcome) {
        Set<Long> goods = queued.goods().isEmpty() ? batch.searched.get(queued.location()).goods() : queued.goods();
        return isDone(queued.location(), goods, outcome);
    }

    private static boolean isDone(long location, Set<Long> goods, StockOutcome outcome) {
        return goods.stream().allMatch(good -> outcome.isDone(new GoodKey(location, good)));
    }

    /** What there was no time for is delivered soon; after a failure, each delivery is delayed for longer. */
    private void delay(List<StockMessage> messages, Batch batch, StockOutcome outcome) {
        Map<Duration, List<String>> handles = new TreeMap<>();
        for (StockMessage message : messages) {
            QueuedGoods queued = batch.messages.get(message);
            boolean hasFailed = queued == null || queued.goods().isEmpty()
                    || queued.goods().stream().anyMatch(good -> outcome.hasFailed(new GoodKey(queued.location(), good)));
            Duration delay = hasFailed ? backoff.delay(message.receiveCount()) : window;
            Duration longer = delay.compareTo(outcome.retryAfter()) < 0 ? outcome.retryAfter().plusMillis(999) : delay;
            handles.computeIfAbsent(longer, any -> new ArrayList<>()).add(message.receiptHandle());
        }
        handles.forEach((delay, receiptHandles) -> {
            try {
                queue.delay(receiptHandles, delay);
            } catch (StockQueueUnavailableException e) {
                LOG.infof("Could not change the visibility timeout of %d messages", receiptHandles.size());
            }
        });
    }

    private void logSummary(Batch batch, StockOutcome outcome, List<StockMessage> messages, Duration time, CallContext context) {
        Set<Long> locations = new LinkedHashSet<>();
        batch.messages.values().forEach(queued -> locations.add(queued.location()));
        boolean hasFailed = outcome.hasFailures() || !batch.failed.isEmpty();
        Duration age = messages.stream().map(message -> Duration.between(message.sent(), clock.instant())).max(Duration::compareTo)
                .filter(oldest -> !oldest.isNegative()).orElse(Duration.ZERO);
        requestLogger.write(new RequestSummary(NAME, locations.size() == 1 ? locations.iterator().next() : null, hasFailed ? 503 : 200,
                hasFailed ? "not-announced" : RequestSummary.SUCCEEDED, time, context.calls(), Map.of(), age, outcome.metrics()));
    }
}
