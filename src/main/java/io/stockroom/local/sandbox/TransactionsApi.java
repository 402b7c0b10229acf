package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The control routes for transactions: more of them, their complete state, and what people do with them in Altegio itself. */
final class TransactionsApi {

    private static final List<String> FIELDS = List.of("amount", "cost", "comment", "last_change_date");

    private static final long SEEDED_LOCATION = 4564;
    /** With more, document IDs would overlap with those of the next location. */
    private static final int MAX_TRANSACTIONS = 150_000;

    private final Sandbox sandbox;

    TransactionsApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Router router) {
        router.post("/transactions").handler(this::add);
        router.get("/transactions/:location").handler(this::list);
        router.patch("/transactions/:id").handler(this::change);
        router.delete("/transactions/:id").handler(this::delete);
    }

    private void add(RoutingContext context) {
        try {
            JsonNode request = Json.read(context.body().asString());
            int count = request.path("count").asInt();
            if (count < 1 || count > MAX_TRANSACTIONS) {
                throw new IllegalArgumentException("count must be between 1 and " + MAX_TRANSACTIONS);
            }
            Location location = sandbox.locations().seeded(request.path("location_id").asLong(SEEDED_LOCATION));
            location.addHistory(count);
            ControlApi.send(context, 201, Json.object().put("transactions", location.movements().size()));
        } catch (JsonProcessingException | IllegalArgumentException | ApiErrorException e) {
            ControlApi.send(context, 400, message(e));
        }
    }

    /** Sends all rows by their ids. The service has no such response: it is what an export is compared with. */
    private void list(RoutingContext context) {
        try {
            Location location = sandbox.location(Long.parseLong(context.pathParam("location")));
            ObjectNode body = Json.object();
            body.set("transactions", Json.array(location.movements().stream()
                    .sorted((one, other) -> Long.compare(one.id(), other.id())), TransactionsApi::row));
            ControlApi.send(context, 200, body);
        } catch (NumberFormatException | ApiErrorException e) {
            ControlApi.send(context, 404, Json.object().put("message", "There is no such location"));
        }
    }

    private void change(RoutingContext context) {
        try {
            JsonNode request = Json.read(context.body().asString());
            check(request);
            Location location = holder(context).orElse(null);
            Optional<Movement> changed = location == null ? Optional.empty()
                    : location.change(id(context), row -> changed(row, request, location.now()));
            ControlApi.send(context, changed.isEmpty() ? 404 : 200, changed.map(TransactionsApi::row)
                    .orElseGet(() -> Json.object().put("message", "There is no such transaction")));
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            ControlApi.send(context, 400, message(e));
        }
    }

    private static void check(JsonNode request) {
        request.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "'; expected one of " + String.join(", ", FIELDS));
            }
        });
        if (request.isEmpty()) {
            throw new IllegalArgumentException("Nothing to change; expected one of " + String.join(", ", FIELDS));
        }
    }

    /** Returns the changed row. Its amount is given as rows have it, with the sign; the time of the change is now, unless it is given. */
    private static Movement changed(Movement row, JsonNode request, Instant now) {
        BigDecimal amount = request.has("amount") ? row.type().signed(number(request, "amount")) : row.line().amount();
        BigDecimal cost = request.has("cost") ? number(request, "cost") : row.line().price().cost();
        String comment = request.path("comment").asText(row.line().comment());
        String time = request.path("last_change_date").asText();
        return row.with(amount, cost, comment, time.isEmpty() ? now : Instant.parse(time));
    }

    private static BigDecimal number(JsonNode request, String field) {
        if (!request.get(field).isNumber()) {
            throw new IllegalArgumentException(field + " must be a number");
        }
        return request.get(field).decimalValue();
    }

    private void delete(RoutingContext context) {
        boolean deleted = holder(context).map(location -> location.delete(id(context))).orElse(false);
        ControlApi.send(context, deleted ? 200 : 404, Json.object().put("deleted", deleted));
    }

    /** Returns the location that has the transaction. */
    private Optional<Location> holder(RoutingContext context) {
        long id = id(context);
        return sandbox.locations().all().stream().filter(location -> location.transaction(id).isPresent()).findFirst();
    }

    /** Returns the id in the path; 0, which no transaction has, if it is not a number. */
    private static long id(RoutingContext context) {
        String id = context.pathParam("id");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private static ObjectNode row(Movement movement) {
        SandboxOperation.Line line = movement.line();
        return Json.object()
                .put("id", movement.id())
                .put("document_id", movement.documentId())
                .put("type_id", movement.type().id())
                .put("good_id", movement.goodId())
                .put("storage_id", movement.storageId())
                .put("operation_unit_type", line.unitType())
                .put("amount", movement.amount())
                .put("create_date", movement.created().toString())
                .put("last_change_date", movement.changed().toString())
                .put("cost_per_unit", line.price().perUnit())
                .put("cost", line.price().cost())
                .put("discount", line.price().discount())
                .put("master_id", line.parties().masterId())
                .put("supplier_id", line.parties().supplierId())
                .put("record_id", line.parties().recordId())
                .put("service_id", line.parties().serviceId())
                .put("client_id", line.parties().clientId())
                .put("comment", line.comment());
    }

    private static ObjectNode message(Exception e) {
        return Json.object().put("message", e.getMessage());
    }
}
