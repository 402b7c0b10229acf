package io.stockroom.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import io.stockroom.aws.Payload;
import io.stockroom.aws.SignedCall;
import io.stockroom.aws.SignedRequests;
import io.stockroom.aws.SignedResponse;
import io.stockroom.invocation.Backoff;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The production bus, in Amazon EventBridge. */
@Singleton
@DefaultBean
final class EventBridgeBus implements EventBus {

    private static final Logger LOG = Logger.getLogger(EventBridgeBus.class);

    /** The limits of {@code PutEvents}. */
    static final int MAX_ENTRIES = 10;
    static final int MAX_BYTES = 256 * 1024;

    private static final String SERVICE = "events";
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_ATTEMPTS = 3;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int OK = 200;
    /** EventBridge takes no event whose detail is no JSON. */
    private static final String MALFORMED = "MalformedDetail";

    private final SignedRequests requests;
    private final ObjectMapper mapper;
    private final Optional<URI> url;
    private final String bus;
    private final Duration socketTimeout;

    @Inject
    EventBridgeBus(StockConfig config, SignedRequests requests, ObjectMapper mapper) {
        this(config, requests, mapper, SOCKET_TIMEOUT);
    }

    /** @param socketTimeout the longest wait for the next byte of a response */
    EventBridgeBus(StockConfig config, SignedRequests requests, ObjectMapper mapper, Duration socketTimeout) {
        this.requests = requests;
        this.mapper = mapper;
        this.url = config.busUrl();
        this.bus = config.bus().orElse("default");
        this.socketTimeout = socketTimeout;
    }

    /** An event with its entry. */
    private record Entry(StockEvent event, Map<String, String> fields, int size) {
    }

    @Override
    public List<StockEvent> put(List<StockEvent> events) {
        List<StockEvent> rejected = new ArrayList<>();
        List<Entry> call = new ArrayList<>();
        int size = 0;
        for (StockEvent event : events) {
            Entry entry = entry(event);
            if (call.size() == MAX_ENTRIES || (!call.isEmpty() && size + entry.size() > MAX_BYTES)) {
                rejected.addAll(putOneCall(call));
                call.clear();
                size = 0;
            }
            call.add(entry);
            size += entry.size();
        }
        if (!call.isEmpty()) {
            rejected.addAll(putOneCall(call));
        }
        return rejected;
    }

    /** Repeats what was not taken. A call that has failed may have put some of its events, which are then put twice: they are levels. */
    private List<StockEvent> putOneCall(List<Entry> entries) {
        List<Entry> remaining = List.copyOf(entries);
        String reason = "";
        for (int attempt = 1; attempt <= MAX_ATTEMPTS && !remaining.isEmpty(); attempt++) {
            if (attempt > 1 && !pause(BACKOFF.delay(attempt - 1))) {
                break;
            }
            try {
                SignedResponse response = send("PutEvents", Map.of("Entries", remaining.stream().map(Entry::fields).toList()));
                if (response.status() == OK) {
                    JsonNode results = mapper.readTree(response.body()).path("Entries");
                    reason = reason(results);
                    remaining = rejected(remaining, results);
                } else {
                    reason = response.error();
                }
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        if (!remaining.isEmpty()) {
            LOG.warnf("The event bus did not take %d of %d events: %s", remaining.size(), entries.size(), reason);
        }
        return remaining.stream().map(Entry::event).toList();
    }

    private static List<Entry> rejected(List<Entry> sent, JsonNode results) {
        List<Entry> rejected = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (!results.path(i).hasNonNull("EventId")) {
                rejected.add(sent.get(i));
            }
        }
        return rejected;
    }

    private static String reason(JsonNode results) {
        for (JsonNode result : results) {
            if (result.hasNonNull("ErrorCode")) {
                return result.get("ErrorCode").asText();
            }
        }
        return "";
    }

    /** The bus must exist, and a malformed event is only rejected as such if the function may put events on it. */
    @Override
    public void check() {
        try {
            SignedResponse described = send("DescribeEventBus", Map.of("Name", bus));
            if (described.status() != OK) {
                throw new EventBusUnavailableException("EventBridge responded " + described.error(), null);
            }
            SignedResponse response = send("PutEvents", Map.of("Entries", List.of(fields("malformed"))));
            String error = response.status() == OK ? reason(mapper.readTree(response.body()).path("Entries")) : response.error();
            if (!error.equals(MALFORMED)) {
                throw new EventBusUnavailableException("EventBridge responded " + error, null);
            }
        } catch (IOException e) {
            throw new EventBusUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private SignedResponse send(String operation, Object request) throws IOException {
        return requests.send(new SignedCall(SERVICE, "POST", url.orElseGet(() -> requests.endpoint(SERVICE)),
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "AWSEvents." + operation),
                Payload.of(mapper.writeValueAsBytes(request)), CONNECTION_TIMEOUT, socketTimeout, 1));
    }

    private Entry entry(StockEvent event) {
        try {
            Map<String, String> fields = fields(mapper.writeValueAsString(event));
            return new Entry(event, fields, fields.values().stream().mapToInt(value -> value.getBytes(UTF_8).length).sum());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> fields(String detail) {
        return Map.of("EventBusName", bus, "Source", StockEvent.SOURCE, "DetailType", StockEvent.DETAIL_TYPE, "Detail", detail);
    }

    /** Returns whether the thread may go on. */
    private static boolean pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
