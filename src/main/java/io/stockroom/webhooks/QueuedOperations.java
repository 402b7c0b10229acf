package io.stockroom.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.input.JsonBody;
import io.stockroom.operations.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Sends operations to the queue. */
@ApplicationScoped
class QueuedOperations {

    /** SQS accepts 1 MiB, attributes included; the difference is for the reason, in case the message is dead-lettered. */
    static final int MAX_BYTES = JsonBody.MAX_BYTES - 4096;

    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    record Message(long locationId, String key, Operation operation) {
    }

    private final OperationQueue queue;
    private final ObjectWriter writer;

    QueuedOperations(OperationQueue queue, ObjectMapper mapper) {
        this.queue = queue;
        // ASCII only, because SQS rejects messages with some characters that JSON may contain.
        this.writer = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    }

    /**
     * Sends an operation to the queue.
     *
     * @throws MessageTooLargeException  if the operation does not fit into a message
     * @throws QueueUnavailableException if the operation may not have been queued
     */
    void add(QueuedOperation operation) {
        String message = json(operation);
        if (message.length() > MAX_BYTES) {
            throw new MessageTooLargeException(MAX_BYTES, message.length());
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
