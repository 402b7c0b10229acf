package io.stockroom.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.QueueEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Lambda's event source mapping of a queue: deletes the messages that the function does not report as batch item failures. */
public final class EventSource {

    private final LocalSqs sqs;
    private final Instance function;

    public EventSource(LocalSqs sqs, Instance function) {
        this.sqs = sqs;
        this.function = function;
    }

    /** Delivers one batch; returns false if no message is visible. */
    public boolean deliver() {
        List<Message> batch = sqs.receive(sqs.queue());
        if (batch.isEmpty()) {
            return false;
        }
        RuntimeResponse response = function.invoke(event(batch));
        if (!response.succeeded()) {
            throw new IllegalStateException("The function failed: " + response.payload() + "\n" + function.output());
        }
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : response.json().get("batchItemFailures")) {
            failed.add(failure.get("itemIdentifier").asText());
        }
        batch.stream().filter(message -> !failed.contains(message.messageId())).forEach(
                message -> sqs.client().deleteMessage(request -> request.queueUrl(sqs.queue()).receiptHandle(message.receiptHandle())));
        return true;
    }

    /** Returns the event for a batch. */
    public static String event(List<Message> batch) {
        QueueEvent event = QueueEvent.at(Instant.now());
        batch.forEach(message -> event.message(message.messageId(), message.receiptHandle(), message.body(),
                Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                Instant.ofEpochMilli(Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)))));
        return event.json();
    }
}
