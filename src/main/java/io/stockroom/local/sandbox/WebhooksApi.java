package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.format.DateTimeParseException;

/** The control routes for the sandbox's webhooks, and for what no route of the service does but its users: deleting a good. */
final class WebhooksApi {

    private final Sandbox sandbox;

    WebhooksApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.get("/webhooks").handler(context -> ControlApi.send(context, 200, webhooks()));
        router.post("/webhooks").handler(this::set);
        router.delete("/webhooks").handler(context -> {
            sandbox.webhooks().set(WebhookSettings.NONE);
            ControlApi.send(context, 200, webhooks());
        });
        router.delete("/goods/:location/:good").handler(this::deleteGood);
    }

    private void set(RoutingContext context) {
        try {
            sandbox.webhooks().set(WebhookSettings.from(Json.read(context.body().asString())));
            ControlApi.send(context, 201, webhooks());
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            ControlApi.send(context, 400, Json.object().put("message", e.getMessage()));
        }
    }

    private void deleteGood(RoutingContext context) {
        try {
            long good = Long.parseLong(context.pathParam("good"));
            sandbox.location(Long.parseLong(context.pathParam("location"))).removeGood(good);
            ControlApi.send(context, 200, Json.object().put("good_id", good));
        } catch (NumberFormatException | ApiErrorException e) {
            ControlApi.send(context, 404, Json.object().put("message", "No such good"));
        }
    }

    private ObjectNode webhooks() {
        return sandbox.webhooks().settings().json().put("posted", sandbox.webhooks().posted());
    }
}
