package io.stockroom.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stockroom.local.GatewayEvent;
import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.RuntimeResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One behavior of Altegio: callers send new and known keys for a while, then each key until it has a final outcome. */
final class Phase {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Several times what an instance needs to start. */
    private static final Duration TIME_BETWEEN_KILLS = Artifact.packaged().isNative() ? Duration.ofMillis(500) : Duration.ofSeconds(6);
    private static final Duration TIME_BETWEEN_FAULTS = Duration.ofMillis(12);
    /** More would make every request fail. */
    private static final int MAX_PENDING = 4;
    private static final Duration MAX_END = Duration.ofSeconds(90);
    private static final int GOODS = 3;

    private final Behavior behavior;
    private final Sandbox sandbox;
    private final Fleet fleet;
    private final SoakSettings settings;
    private final Random random;
    private final RandomFaults faults;
    private final Outcomes outcomes = new Outcomes();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger decisions = new AtomicInteger();

    Phase(Behavior behavior, Sandbox sandbox, Fleet fleet, SoakSettings settings, RandomFaults faults) {
        this.behavior = behavior;
        this.sandbox = sandbox;
        this.fleet = fleet;
        this.settings = settings;
        this.faults = faults;
        this.random = new Random(settings.seed() + behavior.ordinal());
    }

    int requests() {
        return requests.get();
    }

    /** Returns the violations. */
    List<String> run() throws InterruptedException {
        sandbox.quirks(behavior.quirks);
        disturbed(settings.duration().dividedBy(settings.phases()));
        sandbox.faults().clear();
        TimeUnit.MILLISECONDS.sleep(RandomFaults.MAX_COMMIT_DELAY.toMillis());
        finish();
        return outcomes.violations(documents());
    }

    /** Sends requests while faults are injected and instances are killed. */
    private void disturbed(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
        for (int i = 0; i < settings.callers(); i++) {
            Random own = new Random(random.nextLong());
            callers.execute(() -> {
                while (Instant.now().isBefore(end)) {
                    request(nextKey(own));
                }
            });
        }
        Instant nextKill = Instant.now().plus(TIME_BETWEEN_KILLS);
        while (Instant.now().isBefore(end)) {
            if (sandbox.faults().list().size() < MAX_PENDING) {
                faults.inject(sandbox, behavior, random);
            }
            if (Instant.now().isAfter(nextKill)) {
                fleet.kill(random);
                nextKill = Instant.now().plus(TIME_BETWEEN_KILLS);
            }
            TimeUnit.MILLISECONDS.sleep(TIME_BETWEEN_FAULTS.toMillis());
        }
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** Sends each key without an outcome again, until it has one. */
    private void finish() throws InterruptedException {
        Instant end = Instant.now().plus(MAX_END);
        while (!outcomes.unfinished().isEmpty() && Instant.now().isBefore(end)) {
            ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
            outcomes.unfinished().forEach(key -> callers.execute(() -> request(number(key))));
            callers.shutdown();
            callers.awaitTermination(2, TimeUnit.MINUTES);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Returns a new key, one that another caller has just used, or any earlier one. */
    private int nextKey(Random own) {
        int known = keys.get();
        int kind = own.nextInt(4);
        if (known == 0 || kind == 0 && known < behavior.maxKeys()) {
            return keys.getAndIncrement();
        }
        return kind == 1 ? known - 1 : own.nextInt(known);
    }

    /** Sends the request, and decides if documents equal the operation. */
    private void request(int number) {
        try {
            JsonNode response = send(number, null);
            if (response.path("candidates").size() > 0) {
                decisions.incrementAndGet();
                send(number, decision(key(number)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records what the response reports, and returns its body; empty if the instance was killed. */
    private JsonNode send(int number, String decision) throws InterruptedException {
        requests.incrementAndGet();
        Outcomes.Ticket ticket = outcomes.begin(key(number));
        try {
            RuntimeResponse response = fleet.invoke(event(number, decision));
            return response.succeeded() ? recorded(ticket, response) : MissingNode.getInstance();
        } finally {
            outcomes.end(ticket);
        }
    }

    private JsonNode recorded(Outcomes.Ticket ticket, RuntimeResponse response) {
        int status = response.json().get("statusCode").asInt();
        JsonNode body = body(response.json());
        if (status == 200) {
            outcomes.booked(ticket, body.at("/data/document/id").asLong(Outcomes.UNREADABLE));
        } else if (status == 422 || status == 403 || status == 404) {
            outcomes.rejected(ticket, documents().getOrDefault(ticket.key(), List.of()));
        } else if (status < 500 && status != 409 && status != 429) {
            throw new IllegalStateException("Unexpected response: " + response.payload());
        }
        return body;
    }

    private String event(int number, String decision) {
        GatewayEvent event = GatewayEvent
                .of("POST /storage_operations/operation/{location_id}", "/storage_operations/operation/4564", Instant.now())
                .header("Content-Type", "application/json").header("Idempotency-Key", key(number))
                .body(operation(number).getBytes(StandardCharsets.UTF_8));
        return (decision == null ? event : event.header("Operation-Document", decision)).json();
    }

    /** Returns what a person would find out: which document is the key's, if any. */
    private String decision(String key) {
        List<Long> own = documents().getOrDefault(key, List.of());
        return own.isEmpty() ? "none" : own.get(0).toString();
    }

    /** Returns the ids of the documents of each key, which the comment ends with. */
    private Map<String, List<Long>> documents() {
        return sandbox.commits().stream().collect(Collectors.groupingBy(document -> document.comment().replaceFirst("(?s).* ", ""),
                Collectors.mapping(document -> document.id(), Collectors.toList())));
    }

    /** Returns an operation that equals those of some other keys, so that only comments distinguish their documents. */
    private String operation(int number) {
        String lines = IntStream.range(0, behavior.lines).mapToObj(line -> "{\"good_id\": " + (3001 + (number + line) % GOODS)
                + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0, \"operation_unit_type\": 1}").collect(Collectors.joining(","));
        String created = Instant.parse("2026-11-20T08:00:00Z").plusSeconds(number / 4 * 61L).toString();
        return "{\"type_id\": 1, \"create_date\": \"" + created + "\", \"storage_id\": 101, \"master_id\": 201, \"comment\": \"Soak "
                + "\ud83d\ude00 " + key(number) + "\", \"goods_transactions\": [" + lines + "]}";
    }

    private static String key(int number) {
        return "soak-" + number;
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring("soak-".length()));
    }

    private static JsonNode body(JsonNode response) {
        try {
            return JSON.readTree(response.get("body").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the phase's line of the report. */
    String summary(int kills, int violations) {
        return String.format("%-30s %7d requests %6d keys %4d decisions %4d kills %3d violations", behavior, requests.get(),
                outcomes.count(),
                decisions.get(), kills, violations);
    }
}
