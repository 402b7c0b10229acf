package io.stockroom.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.stockroom.local.QueueEvent;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.LocalSqs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages for {@code apply-webhook}. A message that is not reported as failed is deleted: it is booked, or dead-lettered. */
final class QueueEntrance implements Entrance {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]*)\"");

    private final LocalSqs sqs = LocalSqs.start();

    @Override
    public Function function(String altegioUrl) {
        Map<String, String> parameters = new HashMap<>(Entrance.parameters(altegioUrl));
        parameters.putAll(sqs.values());
        return sqs.under(Function.of("ApplyWebhookFunction", parameters));
    }

    /** With less, the function begins nothing. */
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(23);
    }

    @Override
    public String event(String key, String operation, String decision) {
        String message = JsonNodeFactory.instance.objectNode().put("location_id", 4564).put("key", key)
                .putRawValue("operation", new RawValue(operation)).toString();
        return QueueEvent.at(Instant.now()).message(key, "receipt-" + key, message, 1).json();
    }

    @Override
    public Reply reply(JsonNode response, Supplier<List<BookedDocument>> documents) {
        JsonNode failures = response.path("batchItemFailures");
        return failures.isMissingNode() ? Reply.invalid("is no result of a batch: " + response)
                : failures.isEmpty() ? Reply.ofDeletedMessage(documents.get()) : Reply.open("stays in the queue");
    }

    @Override
    public List<String> violations(Set<String> rejected) {
        return violations(rejected, deadLettered());
    }

    static List<String> violations(Set<String> rejected, Set<String> deadLettered) {
        return rejected.stream().filter(key -> !deadLettered.contains(key))
                .map(key -> key + " was deleted from the queue, but neither booked nor dead-lettered").toList();
    }

    private Set<String> deadLettered() {
        Set<String> keys = new TreeSet<>();
        for (List<Message> batch = receive(); !batch.isEmpty(); batch = receive()) {
            keys.addAll(batch.stream().map(Message::body).map(KEY::matcher).filter(Matcher::find).map(found -> found.group(1))
                    .collect(Collectors.toSet()));
        }
        return keys;
    }

    private List<Message> receive() {
        return sqs.receive(sqs.deadLetterQueue());
    }

    @Override
    public void close() {
        sqs.close();
    }
}
