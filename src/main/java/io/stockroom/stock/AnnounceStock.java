package io.stockroom.stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Deadline;
import io.stockroom.telemetry.RequestLogger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Announces the stock of the goods that an SQS batch names; messages reported as failures stay in the queue. */
@Named("announce-stock")
@ApplicationScoped
public class AnnounceStock implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** Part of the timeout that is reserved for the response, and to delay what is left. */
    private static final Duration RESERVE = Duration.ofSeconds(3);

    private final StockProcessor processor;
    private final RequestLogger requestLogger;
    private final Clock clock;

    AnnounceStock(StockProcessor processor, RequestLogger requestLogger, Clock clock) {
        this.processor = processor;
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        List<SQSMessage> messages = event == null || event.getRecords() == null ? List.of() : event.getRecords();
        CallContext callContext = CallContext.until(
                Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock));
        return new SQSBatchResponse(processor.process(messages.stream().map(this::message).toList(), callContext).stream()
                .map(BatchItemFailure::new).toList());
    }

    private StockMessage message(SQSMessage message) {
        Map<String, String> attributes = Optional.ofNullable(message.getAttributes()).orElse(Map.of());
        String sent = attributes.get("SentTimestamp");
        return new StockMessage(message.getMessageId(), message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")), message.getBody(),
                sent == null ? clock.instant() : Instant.ofEpochMilli(Long.parseLong(sent)));
    }
}
