package io.stockroom.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Deadline;
import io.stockroom.invocation.UpstreamCalls;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Books the operations of an SQS batch independently of each other; messages reported as failures stay in the queue. */
@Named("apply-webhook")
@ApplicationScoped
@RegisterForReflection(targets = {SQSEvent.class, SQSMessage.class, SQSEvent.MessageAttribute.class, SQSBatchResponse.class,
        BatchItemFailure.class})
public class ApplyWebhook implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(ApplyWebhook.class);

    /** Part of the timeout reserved for the response, even if the queue itself is slow. */
    private static final Duration RESERVE = Duration.ofSeconds(6);
    /** Minimum time to start an operation; with less, a slow Altegio would leave its outcome unknown. */
    private static final Duration MIN_TIME_PER_MESSAGE = Duration.ofSeconds(15);
    /** Remaining time at the start of an invocation below which no operation is begun. */
    private static final Duration MIN_TIMEOUT = RESERVE.plus(MIN_TIME_PER_MESSAGE);

    private final WebhookProcessor processor;
    private final RequestLogger requestLogger;
    private final Clock clock;

    ApplyWebhook(WebhookProcessor processor, RequestLogger requestLogger, Clock clock) {
        this.processor = processor;
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        List<SQSMessage> messages = event == null || event.getRecords() == null ? List.of() : event.getRecords();
        Deadline deadline = Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock);
        if (!messages.isEmpty() && deadline.remaining().compareTo(MIN_TIME_PER_MESSAGE) < 0) {
            reportShortTimeout(context, messages.size());
        }
        List<BatchItemFailure> failures = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (!isProcessed(message(messages.get(i)), deadline, messages.size() - i)) {
                failures.add(new BatchItemFailure(messages.get(i).getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /** Gives each message an equal share of the remaining time, so that one that hangs does not use all of it. */
    private boolean isProcessed(QueueMessage message, Deadline deadline, int pending) {
        Duration remaining = deadline.remaining();
        if (remaining.compareTo(MIN_TIME_PER_MESSAGE) < 0) {
            if (!remaining.isZero()) {
                processor.postpone(message);
            }
            return false;
        }
        Duration share = remaining.dividedBy(pending);
        return processor.process(message, CallContext.in(share.compareTo(MIN_TIME_PER_MESSAGE) < 0 ? MIN_TIME_PER_MESSAGE : share, clock));
    }

    /**
     * Reports a function timeout that lets no operation begin. Otherwise every message would go back to the queue, without a reason in
     * the log, until SQS dead-letters it. The summary counts as a failure of the function's version.
     */
    private void reportShortTimeout(Context context, int count) {
        LOG.errorf("Function timeout too short: %d ms remained at the start, and one operation needs %d ms. %d messages go back to the"
                + " queue. Set the timeout of the function apply-webhook to at least %d s (60 s recommended).",
                context.getRemainingTimeInMillis(), MIN_TIMEOUT.toMillis(), count, MIN_TIMEOUT.toSeconds() + 1);
        requestLogger
                .write(new RequestSummary("apply-webhook", null, 500, "timeout-too-short", Duration.ZERO, new UpstreamCalls(), Map.of()));
    }

    private QueueMessage message(SQSMessage message) {
        Map<String, String> attributes = Optional.ofNullable(message.getAttributes()).orElse(Map.of());
        return new QueueMessage(message.getMessageId(), message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")), message.getBody(),
                attributes.get("AWSTraceHeader"), age(attributes.get("SentTimestamp")));
    }

    /** Returns how long the message has been in the queue, or null if unknown. SQS's own metric leaves out retried messages. */
    private Duration age(String sentTimestamp) {
        if (sentTimestamp == null) {
            return null;
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(sentTimestamp)), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
