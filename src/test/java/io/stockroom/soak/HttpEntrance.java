package io.stockroom.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.local.GatewayEvent;
import io.stockroom.runtime.Function;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Requests to {@code create-operation}. */
record HttpEntrance(Behavior behavior) implements Entrance {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REJECTIONS = Set.of("rejected", "access-denied", "not-found");
    private static final Set<String> NOT_FINAL = Set.of("operation-in-progress", "rate-limited", "not-a-candidate", "outcome-unknown",
            "upstream-timeout", "upstream-unavailable", "invalid-upstream-response", "credentials-rejected",
            "idempotency-store-unavailable");
    /** In any of the forms that comments come back in. */
    private static final Pattern MARKER = Pattern.compile("(?i)(\\[|&#91;)sr");

    @Override
    public Function function(String altegioUrl) {
        return Function.of("CreateOperationFunction", Entrance.parameters(altegioUrl));
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(6);
    }

    @Override
    public String event(String key, String operation, String decision) {
        GatewayEvent event = GatewayEvent
                .of("POST /storage_operations/operation/{location_id}", "/storage_operations/operation/4564", Instant.now())
                .header("Content-Type", "application/json").header("Idempotency-Key", key)
                .body(operation.getBytes(StandardCharsets.UTF_8));
        return (decision == null ? event : event.header("Operation-Document", decision)).json();
    }

    @Override
    public Reply reply(JsonNode response, Supplier<List<BookedDocument>> documents) {
        int status = response.path("statusCode").asInt();
        String text = response.path("body").asText();
        if (MARKER.matcher(text).find()) {
            return Reply.invalid("contains a marker: " + text);
        }
        return status == 200 ? booked(body(text).path("data"), response.path("headers").has("Idempotency-Replayed"))
                : problem(status, body(text));
    }

    /** Fewer lines than were sent, and a document without an id, need a warning. */
    private Reply booked(JsonNode data, boolean isReplayed) {
        long document = data.at("/document/id").asLong(Reply.UNREADABLE);
        int lines = data.path("transactions").size();
        boolean isWarned = data.path("warnings").size() > 0;
        boolean isIdMissing = document == Reply.UNREADABLE && !behavior.quirks.unreadableIds();
        boolean isComplete = document != Reply.UNREADABLE && lines == behavior.lines;
        return isIdMissing || !isComplete && !isWarned ? Reply.invalid("is incomplete without a warning: " + data)
                : Reply.booked(isReplayed ? "replayed" : isWarned ? "booked, with a warning" : "booked", document, lines);
    }

    private static Reply problem(int status, JsonNode problem) {
        String name = problem.path("type").asText().replaceFirst(".*:", "");
        if (problem.path("candidates").size() > 0 && name.equals("outcome-unknown")) {
            return Reply.decisionRequired();
        }
        return REJECTIONS.contains(name) ? Reply.rejected(name)
                : NOT_FINAL.contains(name) ? Reply.open(name) : Reply.invalid("has status " + status + ": " + problem);
    }

    private static JsonNode body(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("type", "not JSON: " + text);
        }
    }

    @Override
    public List<String> violations(Set<String> rejected) {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
