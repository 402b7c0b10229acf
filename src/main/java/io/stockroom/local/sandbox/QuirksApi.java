package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The control route for the sandbox's quirks. */
final class QuirksApi {

    private static final int MAX_PADDING = 2_000;
    private static final List<String> FIELDS = List.of("max_page_size", "oldest_first", "ignores_offsets", "unreadable_ids",
            "padding", "search_lag", "comments");
    private static final int MAX_PAGE_SIZE = 1000;
    private static final Duration MAX_SEARCH_LAG = Duration.ofMinutes(10);

    private final Sandbox sandbox;

    QuirksApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.get("/quirks").handler(context -> ControlApi.send(context, 200, quirks()));
        router.put("/quirks").handler(this::set);
    }

    /** Replaces all quirks: those that the request omits have their defaults. */
    private void set(RoutingContext context) {
        try {
            JsonNode request = Json.read(context.body().asString());
            SandboxQuirks quirks = quirks(request);
            sandbox.style(SandboxStyle.from(request));
            sandbox.quirks(quirks);
            ControlApi.send(context, 200, quirks());
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            ControlApi.send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private static SandboxQuirks quirks(JsonNode request) {
        request.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name) && !SandboxStyle.FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "'; expected one of " + String.join(", ", FIELDS) + ", "
                        + String.join(", ", SandboxStyle.FIELDS));
            }
        });
        int maxPageSize = request.path("max_page_size").asInt(MAX_PAGE_SIZE);
        if (maxPageSize < 1 || maxPageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("max_page_size must be between 1 and " + MAX_PAGE_SIZE);
        }
        int padding = request.path("padding").asInt();
        if (padding < 0 || padding > MAX_PADDING) {
            throw new IllegalArgumentException("padding must be between 0 and " + MAX_PADDING);
        }
        Duration lag = Duration.parse(request.path("search_lag").asText(SandboxQuirks.NONE.searchLag().toString()));
        if (lag.isNegative() || lag.compareTo(MAX_SEARCH_LAG) > 0) {
            throw new IllegalArgumentException("search_lag must be between PT0S and " + MAX_SEARCH_LAG);
        }
        return new SandboxQuirks(maxPageSize, request.path("oldest_first").asBoolean(), request.path("ignores_offsets").asBoolean(),
                request.path("unreadable_ids").asBoolean(), padding, lag,
                SandboxQuirks.Comments.titled(request.path("comments").asText(SandboxQuirks.NONE.comments().title())));
    }

    private ObjectNode quirks() {
        SandboxQuirks quirks = sandbox.quirks();
        ObjectNode all = Json.object()
                .put("max_page_size", quirks.maxPageSize())
                .put("oldest_first", quirks.oldestFirst())
                .put("ignores_offsets", quirks.ignoresOffsets())
                .put("unreadable_ids", quirks.unreadableIds())
                .put("padding", quirks.padding())
                .put("search_lag", quirks.searchLag().toString())
                .put("comments", quirks.comments().title());
        sandbox.style().addTo(all);
        return all;
    }
}
