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

/** The control routes of the sandbox, which Altegio does not have: log, injected faults, quirks, articles,
 * additional history and goods, changed and deleted transactions, and reset to the seed. */
final class ControlApi {

    private static final List<String> FIELDS = List.of("fault", "route", "times", "delay", "message", "status", "lines");

    private static final long SEEDED_LOCATION = 4564;
    private static final int MAX_GOODS = 200_000;

    private final Sandbox sandbox;

    ControlApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.get("/log").handler(context -> send(context, 200, log()));
        router.post("/reset").handler(context -> {
            sandbox.reset();
            send(context, 200, log());
        });
        new QuirksApi(sandbox).addTo(router);
        new UsersApi(sandbox).addTo(router);
        new TransactionsApi(sandbox).addTo(router);
        new WebhooksApi(sandbox).addTo(router);
        router.post("/goods").handler(this::addGoods);
        router.post("/articles").handler(this::renameArticle);
        router.get("/faults").handler(context -> send(context, 200, faults()));
        router.post("/faults").handler(this::addFault);
        router.delete("/faults").handler(context -> {
            sandbox.faults().clear();
            send(context, 200, faults());
        });
    }

    private void addGoods(RoutingContext context) {
        try {
            int count = Json.read(context.body().asString()).path("count").asInt();
            if (count < 1 || count > MAX_GOODS) {
                throw new IllegalArgumentException("count must be between 1 and " + MAX_GOODS);
            }
            Location location = sandbox.location(SEEDED_LOCATION);
            location.addGoods(count);
            send(context, 201, Json.object().put("goods", location.catalog().goods().size()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private void renameArticle(RoutingContext context) {
        try {
            JsonNode request = Json.read(context.body().asString());
            long good = request.path("good_id").asLong();
            String article = request.path("article").asText();
            Location location = sandbox.location(request.path("location_id").asLong(SEEDED_LOCATION));
            if (!location.catalog().goods().containsKey(good) || article.isBlank()) {
                throw new IllegalArgumentException("good_id must be a good of the location, and article must not be empty");
            }
            location.rename(good, article);
            send(context, 200, Json.object().put("good_id", good).put("article", location.article(good)));
        } catch (JsonProcessingException | IllegalArgumentException | ApiErrorException e) {
            send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private void addFault(RoutingContext context) {
        try {
            sandbox.faults().add(fault(Json.read(context.body().asString())));
            send(context, 201, faults());
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private static SandboxFault fault(JsonNode request) {
        request.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "'; expected one of " + String.join(", ", FIELDS));
            }
        });
        SandboxFault fault = SandboxFault.of(SandboxFault.Kind.titled(request.path("fault").asText()));
        if (request.hasNonNull("route")) {
            fault = fault.on(route(request.get("route").asText()));
        }
        return fault.times(request.path("times").asInt(fault.times()))
                .delay(Duration.parse(request.path("delay").asText(fault.delay().toString())))
                .message(request.path("message").asText(fault.message()))
                .status(request.path("status").asInt(fault.status()))
                .lines(request.path("lines").asInt(fault.lines()));
    }

    private static SandboxRoute route(String title) {
        return SandboxRoute.titled(title).orElseThrow(() -> new IllegalArgumentException(
                "Unknown route '" + title + "'; expected one of " + SandboxRoute.titles()));
    }

    private ObjectNode faults() {
        ObjectNode body = Json.object();
        body.set("faults", Json.array(sandbox.faults().list().stream(), fault -> Json.object()
                .put("fault", fault.kind().title())
                .put("route", Optional.ofNullable(fault.route()).map(SandboxRoute::title).orElse(null))
                .put("times", fault.times())
                .put("delay", fault.delay().toString())
                .put("message", fault.message())
                .put("status", fault.status())
                .put("lines", fault.lines())));
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

    static void send(RoutingContext context, int status, JsonNode body) {
        context.response().setStatusCode(status).putHeader("Content-Type", "application/json")
                .end(Json.write(body));
    }
}
