package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The sandbox's own routes, which Altegio does not have: its log, its faults, a longer past, and the way back to the seed. */
final class Control {

    private static final List<String> MEMBERS = List.of("fault", "route", "times", "delay", "message");

    private static final long SEEDED = 4564;
    /** More documents than this would have the numbers of the next location. */
    private static final int MOST_TRANSACTIONS = 150_000;

    private final Sandbox sandbox;

    Control(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.get("/log").handler(context -> send(context, 200, log()));
        router.post("/reset").handler(context -> {
            sandbox.reset();
            send(context, 200, log());
        });
        router.post("/transactions").handler(this::addTransactions);
        router.get("/faults").handler(context -> send(context, 200, faults()));
        router.post("/faults").handler(this::addFault);
        router.delete("/faults").handler(context -> {
            sandbox.faults().clear();
            send(context, 200, faults());
        });
    }

    private void addTransactions(RoutingContext context) {
        try {
            JsonNode wanted = Json.read(context.body().asString());
            int count = wanted.path("count").asInt();
            if (count < 1 || count > MOST_TRANSACTIONS) {
                throw new IllegalArgumentException("count must be 1 to " + MOST_TRANSACTIONS);
            }
            Location location = sandbox.location(wanted.path("location_id").asLong(SEEDED));
            location.grow(count);
            send(context, 201, Json.object().put("transactions", location.movements().size()));
        } catch (JsonProcessingException | IllegalArgumentException | Refusal unusable) {
            send(context, 400, Json.object().put("message", unusable.getMessage()));
        }
    }

    private void addFault(RoutingContext context) {
        try {
            sandbox.faults().add(fault(Json.read(context.body().asString())));
            send(context, 201, faults());
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException unusable) {
            send(context, 400, Json.object().put("message", unusable.getMessage()));
        }
    }

    private static SandboxFault fault(JsonNode wanted) {
        wanted.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("Unknown member '" + name + "'. Known are: " + String.join(", ", MEMBERS));
            }
        });
        SandboxFault fault = SandboxFault.of(SandboxFault.Kind.titled(wanted.path("fault").asText()));
        if (wanted.hasNonNull("route")) {
            fault = fault.on(route(wanted.get("route").asText()));
        }
        return fault.times(wanted.path("times").asInt(fault.times()))
                .delay(Duration.parse(wanted.path("delay").asText(fault.delay().toString())))
                .message(wanted.path("message").asText(fault.message()));
    }

    private static SandboxRoute route(String title) {
        return SandboxRoute.titled(title).orElseThrow(() -> new IllegalArgumentException(
                "Unknown route '" + title + "'. Known are: " + SandboxRoute.titles()));
    }

    private ObjectNode faults() {
        ObjectNode body = Json.object();
        body.set("faults", Json.array(sandbox.faults().list().stream(), fault -> Json.object()
                .put("fault", fault.kind().title())
                .put("route", Optional.ofNullable(fault.route()).map(SandboxRoute::title).orElse(null))
                .put("times", fault.times())
                .put("delay", fault.delay().toString())
                .put("message", fault.message())));
        return body;
    }

    private ObjectNode log() {
        ObjectNode body = Json.object();
        body.set("documents", Json.array(sandbox.commits().stream(), document -> Json.object()
                .put("id", document.id())
                .put("location_id", document.locationId())
                .put("type_id", document.type().id())
                .put("comment", document.comment())
                .put("create_date", document.created().toString())
                .put("committed", document.committed().toString())
                .put("lines", document.lines().size())));
        ObjectNode requests = body.putObject("requests").put("limited", sandbox.traffic().limited());
        sandbox.traffic().counts().forEach(requests.putObject("routes")::put);
        return body;
    }

    private static void send(RoutingContext context, int status, JsonNode body) {
        context.response().setStatusCode(status).putHeader("Content-Type", "application/json")
                .end(Json.write(body));
    }
}
