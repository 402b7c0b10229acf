package io.stockroom.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.stock.InMemoryBus;
import io.stockroom.stock.StockEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;

/**
 * Shows the announced events, next to the sandbox's control API: as server-sent events, those so far and all that follow, or as JSON to
 * whoever accepts only that.
 */
@ApplicationScoped
class LocalEventView {

    private static final String PATH = "/sandbox/events";
    private static final String JSON = "application/json";
    /** Keeps the connection open while nothing happens. */
    private static final long HEARTBEAT_MILLIS = 15_000;

    private final InMemoryBus bus;
    private final ObjectMapper mapper;

    LocalEventView(InMemoryBus bus, ObjectMapper mapper) {
        this.bus = bus;
        this.mapper = mapper;
    }

    void init(@Observes Router router, Vertx vertx) {
        router.get(PATH).order(-2).handler(context -> {
            if (context.request().headers().getAll("Accept").stream().anyMatch(accept -> accept.contains(JSON))) {
                list(context);
            } else {
                stream(context.response(), vertx);
            }
        });
        router.delete(PATH).order(-2).handler(context -> {
            bus.clear();
            list(context);
        });
    }

    private void list(RoutingContext context) {
        context.response().putHeader("Content-Type", JSON).end(write(bus.events()));
    }

    private void stream(HttpServerResponse response, Vertx vertx) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        response.write(": events of stock, as they are announced\n\n");
        Context thread = vertx.getOrCreateContext();
        Runnable end = bus.subscribe(event -> thread.runOnContext(any -> send(response, event)));
        long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> response.write(":\n\n"));
        response.closeHandler(closed -> {
            end.run();
            vertx.cancelTimer(heartbeat);
        });
    }

    private void send(HttpServerResponse response, StockEvent event) {
        if (!response.closed()) {
            response.write("event: " + StockEvent.DETAIL_TYPE + "\ndata: " + write(event) + "\n\n");
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
