package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.http.JsonBody;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInput;
import io.stockroom.operations.Key;
import io.stockroom.operations.Operation;
import java.util.HashMap;
import java.util.Map;

/** An operation on its way through the queue, with all that it is booked by. */
record QueuedOperation(Key key, Operation operation) {

    /**
     * Reads a message as {@link QueuedOperations} writes it.
     *
     * @throws InvalidInput when it is none
     */
    static QueuedOperation read(String message) {
        Map<?, ?> members = JsonBody.read(message == null ? new byte[0] : message.getBytes(UTF_8));
        Map<String, String> address = new HashMap<>();
        for (String name : new String[] {"location_id", "key"}) {
            if (members.get(name) != null) {
                address.put(name, members.get(name).toString());
            }
        }
        Input path = Input.ofPath(address);
        Long location = path.member("location_id").required().id();
        String key = Key.bare(path.member("key"));
        Operation operation = Operation.from(path.body(members.get("operation") instanceof Map<?, ?> object ? object : Map.of()));
        return new QueuedOperation(new Key(location, key), operation);
    }
}
