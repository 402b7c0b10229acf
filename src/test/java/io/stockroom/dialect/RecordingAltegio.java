package io.stockroom.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stockroom.runtime.LocalHttpServer;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An Altegio that books any body without looking at it, and responds to other requests with the texts that a test sets. */
public class RecordingAltegio implements QuarkusTestResourceLifecycleManager {

    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private static final String BASE = "/api/v1";
    private static final String BOOK = "/storage_operations/operation/";
    private static final String SEARCH = "/storages/transactions/";
    private static final String LINES = "/storage_operations/documents/goods_transactions/";
    private static final String DOCUMENT = "/storage_operations/documents/";

    private final List<String> requests = new ArrayList<>();
    private final List<String> bookedBodies = new ArrayList<>();
    private final List<ObjectNode> documents = new ArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private String lastResponse;
    private boolean flat;
    private boolean loses;
    private LocalHttpServer server;

    /** A response to any request for a path. */
    record Reply(int status, String body) {
    }

    @Override
    public Map<String, String> start() {
        server = LocalHttpServer.start("recording-altegio", this::handle);
        return Map.of("altegio.url", server.url() + BASE);
    }

    /** Later than the other resources, of which one sets the same property for all tests. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RecordingAltegio.class));
    }

    @Override
    public void stop() {
        server.close();
    }

    synchronized void reset() {
        requests.clear();
        bookedBodies.clear();
        documents.clear();
        replies.clear();
        lastResponse = null;
        flat = false;
        loses = false;
    }

    /** Sets the response to a path below the base URL. */
    synchronized void reply(String path, int status, String body) {
        replies.put(path, new Reply(status, body));
    }

    /** Responds to bookings in the flat form. */
    synchronized void respondFlat() {
        flat = true;
    }

    /** Books the next operation, and closes the connection instead of responding. */
    synchronized void loseNext() {
        loses = true;
    }

    /** Returns each request for anything but a log-in: the method, and the path with its query below the base URL. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized void forgetRequests() {
        requests.clear();
    }

    /** Returns the bodies of the bookings. */
    synchronized List<String> bookedBodies() {
        return List.copyOf(bookedBodies);
    }

    /** Returns the last response to a booking, with markers. */
    synchronized String lastResponse() {
        return lastResponse;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Reply reply = reply(exchange, body);
        try (exchange) {
            if (reply != null) {
                byte[] bytes = reply.body().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** Returns null for a connection that is to be closed. */
    private synchronized Reply reply(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        if (path.equals("/auth")) {
            return new Reply(201, "{\"success\":true,\"data\":{\"user_token\":\"user-token-of-altegio\"},\"meta\":[]}");
        }
        String query = exchange.getRequestURI().getRawQuery();
        requests.add(exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query));
        if (replies.containsKey(path)) {
            return replies.get(path);
        }
        if (path.startsWith(BOOK)) {
            return book(body);
        }
        if (path.startsWith(SEARCH)) {
            return success(query.contains("page=1") ? rows() : JsonNodeFactory.instance.arrayNode());
        }
        if (path.startsWith(LINES)) {
            return success(document(path).get("transactions"));
        }
        return path.startsWith(DOCUMENT) ? success(document(path).get("document"))
                : new Reply(404, "{\"success\":false,\"data\":null,\"meta\":[]}");
    }

    private Reply book(String body) throws IOException {
        bookedBodies.add(body);
        JsonNode sent = JSON.readTree(body);
        long id = 456401700 + documents.size();
        ObjectNode document = JSON.createObjectNode().put("id", id).put("type_id", 1).put("storage_id", 101).put("company_id", 4564)
                .put("number", String.valueOf(id)).put("comment", sent.path("comment").asText(""))
                .put("create_date", "2026-11-25 22:00:00");
        document.putArray("storage");
        document.put("loyalty_sum", "0.00");
        ArrayNode lines = JSON.createArrayNode();
        JsonNode sentLines = sent.findValue("goods_transactions") == null
                ? sent.has("transactions") ? sent.get("transactions") : sent.get("goodsTransactions") : sent.get("goods_transactions");
        for (JsonNode line : sentLines) {
            lines.add(line(line, id, lines.size()));
        }
        ObjectNode data = JSON.createObjectNode();
        data.set("document", document);
        data.set("transactions", lines);
        documents.add(data);
        lastResponse = "{\"success\":true,\"data\":" + (flat ? flat(id, data) : data) + ",\"meta\":[]}";
        if (loses) {
            loses = false;
            return null;
        }
        return new Reply(200, lastResponse);
    }

    private static ObjectNode line(JsonNode sent, long document, int index) {
        ObjectNode line = JSON.createObjectNode().put("id", document * 10 + index).put("document_id", document).put("type_id", 1);
        JsonNode good = sent.has("good_id") ? sent.get("good_id") : sent.has("product_id") ? sent.get("product_id") : sent.get("goodId");
        line.put("good_id", good.asLong()).put("amount", new java.math.BigDecimal(sent.get("amount").asText()).negate())
                .put("cost_per_unit", "14.90").put("discount", new java.math.BigDecimal("0.10")).put("record_id", 0)
                .put("storage_id", 101).put("comment", sent.path("comment").asText("")).put("create_date", "2026-11-25 22:00:00");
        line.putArray("supplier");
        line.putArray("client");
        return line;
    }

    private static ObjectNode flat(long id, ObjectNode data) {
        ObjectNode flat = JSON.createObjectNode().put("document_id", id);
        flat.set("document", data.get("document"));
        flat.set("goods_transactions", data.get("transactions"));
        flat.put("paid", false).putArray("payment_transactions");
        flat.putArray("kkm_transactions");
        return flat;
    }

    /** Returns all lines as a search does: with relations as objects. */
    private ArrayNode rows() {
        ArrayNode rows = JSON.createArrayNode();
        for (ObjectNode document : documents) {
            for (JsonNode line : document.get("transactions")) {
                ObjectNode row = line.deepCopy();
                row.putObject("good").put("id", row.remove("good_id").asLong()).put("title", "Shampoo");
                row.putObject("storage").put("id", 101).put("title", "Shop floor");
                row.put("last_change_date", OffsetDateTime.now(Clock.systemUTC()).withOffsetSameInstant(ZoneOffset.ofHours(2)).toString());
                rows.add(row);
            }
        }
        return rows;
    }

    private ObjectNode document(String path) {
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        return documents.stream().filter(each -> each.get("document").get("id").asLong() == id).findFirst().orElseThrow();
    }

    private static Reply success(JsonNode data) {
        return new Reply(200, "{\"success\":true,\"data\":" + data + ",\"meta\":[]}");
    }
}
