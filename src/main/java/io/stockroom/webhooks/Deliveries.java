package io.stockroom.webhooks;

import io.stockroom.altegio.Deadline;
import io.stockroom.http.AllowedLocations;
import io.stockroom.http.Problem;
import io.stockroom.http.Problems;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings;
import io.stockroom.telemetry.Summaries;
import io.stockroom.telemetry.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Settles what the queue delivers: booked, or refused for good and buried with the reason. All else is left to the queue,
 * which delivers it again after a wait that grows.
 */
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** SQS hides nothing for more than 12 hours, which begin with the delivery. */
    private static final Duration LONGEST_HIDDEN = Duration.ofHours(11);
    private static final int MOST_DOUBLINGS = 20;

    private final Bookings bookings;
    private final Queue queue;
    private final AllowedLocations allowed;
    private final WebhooksConfig config;
    private final Summaries summaries;

    Deliveries(Bookings bookings, Queue queue, AllowedLocations allowed, WebhooksConfig config, Summaries summaries) {
        this.bookings = bookings;
        this.queue = queue;
        this.allowed = allowed;
        this.config = config;
        this.summaries = summaries;
    }

    /** Whether the message is done with; if not, it is hidden for a while. */
    boolean settle(Delivery delivery, Deadline deadline) {
        long began = System.nanoTime();
        Long location = null;
        try {
            QueuedOperation queued = QueuedOperation.read(delivery.message());
            location = queued.key().location();
            allowed.check(location);
            Booked booked = bookings.book(queued.key(), queued.operation(), deadline);
            summarise(delivery, location, 200, booked.outcome().word(), began, deadline);
            return true;
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            summarise(delivery, location, problem.status(), problem.name(), began, deadline);
            if (problem.status() == 500) {
                LOG.error(problem.title(), e);
            }
            return isForGood(problem) ? bury(delivery, Reason.of(problem)) : postpone(delivery, problem);
        }
    }

    private void summarise(Delivery delivery, Long location, int status, String outcome, long began, Deadline deadline) {
        Map<String, String> ids = new TreeMap<>(Map.of("messageId", delivery.id()));
        ids.put("traceId", delivery.traceId());
        summaries.write(new Summary("apply-webhook", location, status, outcome, Duration.ofNanos(System.nanoTime() - began),
                deadline.calls(), ids));
    }

    /** Leaves it to the queue, untried. */
    void postpone(Delivery delivery) {
        hide(delivery, wait(delivery.receives(), Duration.ZERO));
    }

    private boolean postpone(Delivery delivery, Problem problem) {
        Duration wait = wait(delivery.receives(), problem.retryAfter() == null ? Duration.ZERO : problem.retryAfter());
        LOG.infof("Not booked yet: %s; delivery %d of message %s, the next one in %d s", Reason.of(problem), delivery.receives(),
                delivery.id(), wait.toSeconds());
        hide(delivery, wait);
        return false;
    }

    private boolean bury(Delivery delivery, Reason reason) {
        LOG.warnf("Refused for good: %s, %s; message %s goes to the dead letters", reason, reason.detail(), delivery.id());
        try {
            queue.bury(delivery.message(), reason.attributes(delivery.id()));
            return true;
        } catch (QueueUnavailable e) {
            LOG.warnf("The dead letters can't be reached: message %s stays in the queue", delivery.id());
            postpone(delivery);
            return false;
        }
    }

    /** Without it the message waits as long as the queue itself has it wait. */
    private void hide(Delivery delivery, Duration wait) {
        try {
            queue.hide(delivery.receipt(), wait);
        } catch (QueueUnavailable e) {
            LOG.infof("The wait of message %s could not be set", delivery.id());
        }
    }

    private Duration wait(int receives, Duration named) {
        Duration grown = config.firstWait().multipliedBy(1L << Math.min(Math.max(receives - 1, 0), MOST_DOUBLINGS));
        Duration kept = grown.compareTo(config.longestWait()) < 0 ? grown : config.longestWait();
        Duration wait = kept.compareTo(named) < 0 ? named.plusMillis(999) : kept;
        return wait.compareTo(LONGEST_HIDDEN) < 0 ? wait : LONGEST_HIDDEN;
    }

    /** Altegio's limit and a key in flight pass, and so may whatever is not the operation's own fault. */
    private static boolean isForGood(Problem problem) {
        return problem.status() < 500 && problem.status() != 409 && problem.status() != 429;
    }
}
