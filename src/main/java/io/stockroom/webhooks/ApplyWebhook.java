package io.stockroom.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Deadline;
import io.stockroom.telemetry.Summaries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books the operations that the queue delivers, each for itself; what is answered as a failure stays in the queue. */
@Named("apply-webhook")
@ApplicationScoped
@RegisterForReflection(targets = {SQSEvent.class, SQSMessage.class, SQSEvent.MessageAttribute.class, SQSBatchResponse.class,
        BatchItemFailure.class})
public class ApplyWebhook implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** Kept of the function's time to answer, also when the queue itself is slow. */
    private static final Duration RESERVE = Duration.ofSeconds(6);
    /** With less an operation is not begun: a slow Altegio would leave it in the unknown. */
    private static final Duration LEAST = Duration.ofSeconds(15);

    private final Deliveries deliveries;
    private final Summaries summaries;
    private final Clock clock;

    ApplyWebhook(Deliveries deliveries, Summaries summaries, Clock clock) {
        this.deliveries = deliveries;
        this.summaries = summaries;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        summaries.begin(context == null ? null : context.getAwsRequestId());
        List<SQSMessage> messages = event == null || event.getRecords() == null ? List.of() : event.getRecords();
        Deadline end = Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock);
        List<BatchItemFailure> failures = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (!isSettled(delivery(messages.get(i)), end, messages.size() - i)) {
                failures.add(new BatchItemFailure(messages.get(i).getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /** Each has its share of what is left, so that one that hangs does not take all. */
    private boolean isSettled(Delivery delivery, Deadline end, int waiting) {
        Duration left = end.left();
        if (left.compareTo(LEAST) < 0) {
            if (!left.isZero()) {
                deliveries.postpone(delivery);
            }
            return false;
        }
        Duration share = left.dividedBy(waiting);
        return deliveries.settle(delivery, Deadline.in(share.compareTo(LEAST) < 0 ? LEAST : share, clock));
    }

    private static Delivery delivery(SQSMessage message) {
        Map<String, String> attributes = Optional.ofNullable(message.getAttributes()).orElse(Map.of());
        return new Delivery(message.getMessageId(), message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")), message.getBody(),
                attributes.get("AWSTraceHeader"));
    }
}
