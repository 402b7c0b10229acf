package io.stockroom.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.runtime.LocalHttpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Imitates Amazon EventBridge in this process: {@code PutEvents} and {@code DescribeEventBus} of one bus, for signed requests that keep the
 * limits of the API.
 */
public final class LocalEventBridge implements AutoCloseable {

    public static final String BUS = "stockroom-test";

    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 256 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignatureCheck signature = new SignatureCheck("events");
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger rejections = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long delayMillis;
    private volatile boolean isDenied;
    private final LocalHttpServer server = LocalHttpServer.start("event-bridge", this::handle);

    private LocalEventBridge() {
    }

    public static LocalEventBridge start() {
        return new LocalEventBridge();
    }

    /** Returns the URL, as in {@code STOCKROOM_STOCK_BUS_URL}. */
    public String url() {
        return server.url() + "/";
    }

    /** Returns the details of the events on the bus, in the order in which they were put. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** Rejects so many of the next entries, as the service does when it is throttled. */
    void rejectEntries(int count) {
        rejections.set(count);
    }

    /** Responds to so many of the next requests with an error. */
    void failRequests(int count) {
        failures.set(count);
    }

    void delay(long milliseconds) {
        delayMillis = milliseconds;
    }

    void deny(boolean denied) {
        isDenied = denied;
    }

    int calls() {
        return calls.get();
    }

    /** Returns the number of requests that were not valid. */
    public int errors() {
        return errors.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            pause();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (!exchange.getRequestMethod().equals("POST") || !signature.isSigned(exchange, SignatureCheck.hash(body))) {
                error(exchange, 403, "InvalidSignatureException");
            } else if (isDenied) {
                error(exchange, 400, "AccessDeniedException");
            } else if (failures.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                send(exchange, 500, JSON.createObjectNode().put("__type", "InternalException"));
            } else if ("AWSEvents.DescribeEventBus".equals(target)) {
                describe(exchange, JSON.readTree(body).path("Name").asText());
            } else if ("AWSEvents.PutEvents".equals(target)) {
                put(exchange, JSON.readTree(body).path("Entries"));
            } else {
                error(exchange, 400, "UnknownOperationException");
            }
        }
    }

    private void describe(HttpExchange exchange, String name) throws IOException {
        if (name.equals(BUS)) {
            send(exchange, 200, JSON.createObjectNode().put("Name", name));
        } else {
            error(exchange, 400, "ResourceNotFoundException");
        }
    }

    private void put(HttpExchange exchange, JsonNode entries) throws IOException {
        int size = 0;
        for (JsonNode entry : entries) {
            for (JsonNode field : entry) {
                size += field.asText().getBytes(UTF_8).length;
            }
        }
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES || size > MAX_BYTES) {
            error(exchange, 400, "ValidationException");
            return;
        }
        calls.incrementAndGet();
        ObjectNode response = JSON.createObjectNode();
        ArrayNode results = response.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : entries) {
            String error = error(entry);
            if (error == null) {
                events.add(JSON.readTree(entry.path("Detail").asText()));
                results.addObject().put("EventId", UUID.randomUUID().toString());
            } else {
                failed++;
                results.addObject().put("ErrorCode", error).put("ErrorMessage", "The entry was not put");
            }
        }
        send(exchange, 200, response.put("FailedEntryCount", failed));
    }

    private String error(JsonNode entry) {
        List<String> fields = new ArrayList<>();
        for (Iterator<String> names = entry.fieldNames(); names.hasNext();) {
            fields.add(names.next());
        }
        if (!isJson(entry.path("Detail").asText())) {
            return "MalformedDetail";
        }
        if (!entry.path("EventBusName").asText().equals(BUS) || !entry.path("Source").asText().equals("stockroom")
                || !entry.path("DetailType").asText().equals("Stock Level Changed") || fields.size() != 4) {
            return "InvalidArgument";
        }
        return rejections.getAndUpdate(count -> Math.max(0, count - 1)) > 0 ? "ThrottlingException" : null;
    }

    private static boolean isJson(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private void error(HttpExchange exchange, int status, String type) throws IOException {
        errors.incrementAndGet();
        send(exchange, status,
                JSON.createObjectNode().put("__type", "com.amazonaws.events#" + type).put("Message", "User: arn:aws:canary"));
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        LocalHttpServer.send(exchange, status, "application/x-amz-json-1.1", JSON.writeValueAsBytes(json));
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
