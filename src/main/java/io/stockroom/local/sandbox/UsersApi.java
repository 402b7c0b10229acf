package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The control routes for the sandbox's users and their tokens. */
final class UsersApi {

    private static final List<String> FIELDS = List.of("login", "password", "token", "locations", "denied");

    private final Sandbox sandbox;

    UsersApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.get("/users").handler(context -> ControlApi.send(context, 200, users()));
        router.post("/users").handler(this::add);
        router.delete("/tokens/:token").handler(this::expire);
        router.put("/users").handler(this::set);
    }

    private void add(RoutingContext context) {
        try {
            sandbox.add(user(Json.read(context.body().asString())));
            ControlApi.send(context, 201, users());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            ControlApi.send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private void set(RoutingContext context) {
        try {
            sandbox.tokens().loginInvalidates(Json.read(context.body().asString()).path("login_invalidates").asBoolean());
            ControlApi.send(context, 200, users());
        } catch (JsonProcessingException e) {
            ControlApi.send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private void expire(RoutingContext context) {
        boolean wasValid = sandbox.tokens().expire(context.pathParam("token"));
        ControlApi.send(context, wasValid ? 200 : 404, users());
    }

    private static SandboxUser user(JsonNode request) {
        request.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "'; expected one of " + String.join(", ", FIELDS));
            }
        });
        if (request.path("login").asText().isBlank() || request.path("password").asText().isBlank()) {
            throw new IllegalArgumentException("login and password are required");
        }
        Set<Long> locations = new HashSet<>();
        request.path("locations").forEach(location -> locations.add(location.asLong()));
        Set<SandboxRoute> denied = new HashSet<>();
        request.path("denied").forEach(title -> denied.add(SandboxRoute.titled(title.asText()).orElseThrow(
                () -> new IllegalArgumentException("Unknown route; expected one of " + SandboxRoute.titles()))));
        return new SandboxUser(request.get("login").asText(), request.get("password").asText(),
                request.hasNonNull("token") ? request.get("token").asText() : null, locations, denied);
    }

    private ObjectNode users() {
        SandboxTokens tokens = sandbox.tokens();
        ObjectNode body = Json.object().put("login_invalidates", tokens.loginInvalidates());
        body.set("users", Json.array(tokens.users().stream(), user -> {
            ObjectNode row = Json.object().put("login", user.login()).put("log_ins", tokens.logIns().getOrDefault(user.login(), 0));
            tokens.tokensOf(user.login()).forEach(row.putArray("tokens")::add);
            user.locations().stream().sorted().forEach(row.putArray("locations")::add);
            user.denied().stream().sorted().map(SandboxRoute::title).forEach(row.putArray("denied")::add);
            return row;
        }));
        return body;
    }
}
