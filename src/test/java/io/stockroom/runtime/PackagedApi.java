package io.stockroom.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.stockroom.local.GatewayEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP API for the packaged functions: the template's routes, and one instance per function, started on its first request. */
public final class PackagedApi implements AutoCloseable {

    private final List<Function> functions;
    private final Map<Function, Instance> instances = new ConcurrentHashMap<>();
    private final LocalHttpServer server;

    private PackagedApi(List<Function> functions) {
        this.functions = functions;
        server = LocalHttpServer.start("packaged-api", this::handle);
    }

    public static PackagedApi of(List<Function> functions) {
        return new PackagedApi(functions);
    }

    public URI url() {
        return server.url();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (boolean isDefault : new boolean[] {false, true}) {
                for (Function function : functions) {
                    for (Function.Route route : function.routes()) {
                        if (route.isDefault() == isDefault
                                && route.matches(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())) {
                            forward(exchange, function, route);
                            return;
                        }
                    }
                }
            }
            LocalHttpServer.send(exchange, 404, "application/json", "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void forward(HttpExchange exchange, Function function, Function.Route route) throws IOException {
        GatewayEvent event = GatewayEvent.of(route.key(), exchange.getRequestURI().toString(), Instant.now())
                .method(exchange.getRequestMethod()).body(exchange.getRequestBody().readAllBytes());
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> event.header(name, value)));
        if (isClosedToAllWithoutKeys(function)) {
            Function authorizer = functions.stream().filter(each -> each.handler().equals("authorize")).findAny().orElseThrow();
            event.authorizedWith(invoke(authorizer, event.authorizerJson()).get("context"));
        }
        JsonNode response = invoke(function, event.json());
        response.path("headers").properties()
                .forEach(header -> exchange.getResponseHeaders().set(header.getKey(), header.getValue().asText()));
        String body = response.path("body").asText("");
        LocalHttpServer.send(exchange, response.get("statusCode").asInt(), null, response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isClosedToAllWithoutKeys(Function function) {
        return "keys".equals(function.environment().get("STOCKROOM_ACCESS_MODE"))
                && !Set.of("receive-webhook", "log-in").contains(function.handler());
    }

    private JsonNode invoke(Function function, String event) {
        Instance instance = instances.computeIfAbsent(function, each -> Instance.start(Artifact.packaged(), each));
        RuntimeResponse result;
        synchronized (instance) {
            result = instance.invoke(event);
        }
        if (!result.succeeded()) {
            throw new IllegalStateException("The function failed: " + result.payload() + "\n" + instance.output());
        }
        return result.json();
    }

    @Override
    public void close() {
        server.close();
        instances.values().forEach(Instance::close);
    }
}
