package io.stockroom.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.operations.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Puts operations into the queue. */
@ApplicationScoped
class QueuedOperations {

    /** SQS takes a mebibyte, attributes included: what this leaves is for the reason, should it be refused. */
    static final int LARGEST = 1_048_576 - 4096;

    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    record Message(long locationId, String key, Operation operation) {
    }

    private final Queue queue;
    private final ObjectWriter writer;

    QueuedOperations(Queue queue, ObjectMapper mapper) {
        this.queue = queue;
        // In ASCII, because SQS refuses messages with some characters that JSON may hold.
        this.writer = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    }

    /**
     * @throws MessageTooLarge  when it does not fit
     * @throws QueueUnavailable when it may not be in the queue
     */
    void add(QueuedOperation operation) {
        String message = json(operation);
        if (message.length() > LARGEST) {
            throw new MessageTooLarge(LARGEST, message.length());
        }
        queue.send(message);
    }

    private String json(QueuedOperation queued) {
        try {
            return writer.writeValueAsString(new Message(queued.key().location(), queued.key().value(), queued.operation()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
