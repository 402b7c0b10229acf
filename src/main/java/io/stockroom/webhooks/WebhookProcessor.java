package io.stockroom.webhooks;

import io.stockroom.altegio.LocationAllowList;
import io.stockroom.invocation.Backoff;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.DecisionRequiredException;
import io.stockroom.problems.Problem;
import io.stockroom.shops.OrderException;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import io.stockroom.webhooks.QueuedWork.Done;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Processes delivered messages: books the operation, or dead-letters the message with the reason if it is rejected permanently.
 * After any other failure the message stays in the queue, which redelivers it after an increasing delay.
 */
@ApplicationScoped
class WebhookProcessor {

    private static final Logger LOG = Logger.getLogger(WebhookProcessor.class);

    /** SQS limits the visibility timeout to 12 hours, counted from the delivery of the message. */
    private static final Duration MAX_VISIBILITY_TIMEOUT = Duration.ofHours(11);

    private final QueuedMessages messages;
    private final OperationQueue queue;
    private final LocationAllowList allowList;
    private final Backoff backoff;
    private final RequestLogger requestLogger;

    WebhookProcessor(QueuedMessages messages, OperationQueue queue, LocationAllowList allowList, WebhooksConfig config,
            RequestLogger requestLogger) {
        this.messages = messages;
        this.queue = queue;
        this.allowList = allowList;
        this.backoff = new Backoff(config.baseDelay(), config.maxDelay());
        this.requestLogger = requestLogger;
    }

    /** Returns whether the message is done; if not, its next delivery is delayed. */
    boolean process(QueueMessage message, CallContext context) {
        long started = System.nanoTime();
        QueuedWork work = null;
        try {
            work = messages.read(message.body());
            allowList.check(work.location());
            Done done = work.booking().apply(context);
            logSummary(message, work, 200, done.outcome(), done.metrics(), started, context);
            return true;
        } catch (RuntimeException e) {
            Problem problem = Problem.of(e);
            boolean isPermanent = isPermanent(e, problem);
            boolean isOrder = e instanceof OrderException || work != null && work.isOrder();
            logSummary(message, work, problem.status(), problem.name(), isPermanent && isOrder ? Map.of("ForAPerson", 1) : Map.of(),
                    started,
                    context);
            if (problem.status() == 500) {
                LOG.error(problem.title(), e);
            }
            return isPermanent ? deadLetter(message, DeadLetterReason.of(e)) : postpone(message, problem);
        }
    }

    private void logSummary(QueueMessage message, QueuedWork work, int status, String outcome, Map<String, Integer> metrics, long started,
            CallContext context) {
        Map<String, String> ids = new TreeMap<>(Map.of("messageId", message.id()));
        ids.put("traceId", message.traceId());
        requestLogger.write(new RequestSummary("apply-webhook", work == null ? null : work.location(), status, outcome,
                Duration.ofNanos(System.nanoTime() - started), context.calls(), ids, message.age(), metrics));
    }

    /** Leaves a message in the queue without an attempt to book it. */
    void postpone(QueueMessage message) {
        setDelay(message, delay(message.receiveCount(), Duration.ZERO));
    }

    private boolean postpone(QueueMessage message, Problem problem) {
        Duration delay = delay(message.receiveCount(), problem.retryAfter() == null ? Duration.ZERO : problem.retryAfter());
        LOG.infof("Booking failed, will retry: reason=%s messageId=%s receiveCount=%d nextAttemptIn=%ds", DeadLetterReason.of(problem),
                message.id(), message.receiveCount(), delay.toSeconds());
        setDelay(message, delay);
        return false;
    }

    private boolean deadLetter(QueueMessage message, DeadLetterReason reason) {
        LOG.warnf("Rejected permanently, moving to the dead-letter queue: reason=%s detail=%s messageId=%s", reason, reason.detail(),
                message.id());
        try {
            queue.deadLetter(message.body(), reason.attributes(message.id()));
            return true;
        } catch (QueueUnavailableException e) {
            LOG.warnf("Dead-letter queue unavailable; message %s stays in the queue", message.id());
            postpone(message);
            return false;
        }
    }

    /** If this fails, the message keeps the visibility timeout of the queue. */
    private void setDelay(QueueMessage message, Duration delay) {
        try {
            queue.delay(message.receiptHandle(), delay);
        } catch (QueueUnavailableException e) {
            LOG.infof("Could not change the visibility timeout of message %s", message.id());
        }
    }

    /** @param retryAfter the minimum that Altegio or Stockroom specifies; zero if neither does */
    private Duration delay(int receiveCount, Duration retryAfter) {
        Duration backoffDelay = backoff.delay(receiveCount);
        Duration delay = backoffDelay.compareTo(retryAfter) < 0 ? retryAfter.plusMillis(999) : backoffDelay;
        return delay.compareTo(MAX_VISIBILITY_TIMEOUT) < 0 ? delay : MAX_VISIBILITY_TIMEOUT;
    }

    /**
     * The rate limit and an operation in progress are transient, and so may be any failure that the operation did not cause; but a
     * decision is required of a person.
     */
    private static boolean isPermanent(RuntimeException failure, Problem problem) {
        return failure instanceof DecisionRequiredException || problem.status() < 500 && problem.status() != 409 && problem.status() != 429;
    }
}
