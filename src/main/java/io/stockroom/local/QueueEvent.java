package io.stockroom.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Queue messages as Lambda passes them to a function. See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html. */
public final class QueueEvent {

    private final ObjectNode event = JsonNodeFactory.instance.objectNode();
    private final ArrayNode records = event.putArray("Records");
    private final Instant now;

    private QueueEvent(Instant now) {
        this.now = now;
    }

    public static QueueEvent at(Instant now) {
        return new QueueEvent(now);
    }

    /** Adds a message with its receive count. */
    public QueueEvent message(String id, String receiptHandle, String body, int receiveCount) {
        return message(id, receiptHandle, body, receiveCount, now);
    }

    /** Adds a message that was sent at that time. */
    public QueueEvent message(String id, String receiptHandle, String body, int receiveCount, Instant sent) {
        ObjectNode message = records.addObject().put("messageId", id).put("receiptHandle", receiptHandle).put("body", body);
        message.putObject("attributes")
                .put("ApproximateReceiveCount", String.valueOf(receiveCount))
                .put("SentTimestamp", String.valueOf(sent.toEpochMilli()))
                .put("SenderId", "AIDAEXAMPLE")
                .put("ApproximateFirstReceiveTimestamp", String.valueOf(now.toEpochMilli()));
        message.putObject("messageAttributes");
        message.put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:stockroom-queue")
                .put("awsRegion", "eu-central-1");
        return this;
    }

    public String json() {
        return event.toString();
    }
}
