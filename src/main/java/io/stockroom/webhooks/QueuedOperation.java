package io.stockroom.webhooks;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import io.stockroom.operations.IdempotencyKey;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Operation;
import java.util.HashMap;
import java.util.Map;

/** An operation in the queue, with the key that it is booked under. */
record QueuedOperation(IdempotencyKey key, Operation operation) {

    /**
     * Reads a message as {@link QueuedOperations} writes it.
     *
     * @throws InvalidInputException if the message is not an operation
     */
    static QueuedOperation read(String message) {
        return of(JsonBody.read(message == null ? "" : message));
    }

    static QueuedOperation of(Map<?, ?> fields) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : new String[] {"location_id", "key"}) {
            if (fields.get(name) != null) {
                parameters.put(name, fields.get(name).toString());
            }
        }
        Input input = Input.ofParameters(parameters);
        Long location = input.field("location_id").required().id();
        String key = IdempotencyKey.bare(input.field("key"));
        Operation operation = Operation.from(input.body(fields.get("operation") instanceof Map<?, ?> object ? object : Map.of()));
        return new QueuedOperation(new IdempotencyKey(location, Source.WEBHOOK, key), operation);
    }
}
