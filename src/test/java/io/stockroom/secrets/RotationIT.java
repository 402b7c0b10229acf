package io.stockroom.secrets;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.Slow;
import io.stockroom.local.GatewayEvent;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxUser;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalServices;
import io.stockroom.runtime.SampleEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packaged instances that read the credentials of several accounts from Secrets Manager while they run. */
@Slow
class RotationIT extends LocalServices {

    private static final String SECRET = "stockroom/altegio";
    private static final String PARTNER = "sandbox-partner-canary";
    /** How many responses each instance gives before the next change. */
    private static final int RESPONSES = 15;
    private static final Map<String, Long> LOCATIONS = locations();
    private static final List<String> FUNCTIONS = List.of("ListStoragesFunction", "ListStoragesFunction", "SearchTransactionsFunction",
            "CreateOperationFunction");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private LocalSecretsManager secretsManager;

    @BeforeEach
    void startSecretsManager() {
        secretsManager = LocalSecretsManager.start();
        LOCATIONS.forEach((name, location) -> {
            tokens.put(name, "canary-token-of-" + name);
            sandbox.sandbox().add(SandboxUser.of(login(name), password(name), tokens.get(name), location));
        });
    }

    @AfterEach
    void stopSecretsManager() {
        secretsManager.close();
    }

    @Test
    void rotatedTokensAreTakenUpWithoutAFailedRequest() throws Exception {
        secretsManager.put(SECRET, secretOfTokens());
        Load load = new Load();
        int rotations = LOCATIONS.size();
        try {
            load.start();
            for (String name : LOCATIONS.keySet()) {
                load.await(RESPONSES);
                String old = tokens.put(name, newToken(name));
                secretsManager.put(SECRET, secretOfTokens());
                assertTrue(sandbox.sandbox().tokens().expire(old));
            }
            load.await(RESPONSES);
        } finally {
            load.stop();
        }

        assertEquals(List.of(), load.failures);
        assertTrue(load.responses() >= FUNCTIONS.size() * RESPONSES * (rotations + 1), () -> load.responses() + " requests");
        assertEquals(load.booked.get(), sandbox.sandbox().commits().size());
        int max = FUNCTIONS.size() * (rotations + 1);
        assertTrue(secretsManager.reads() > FUNCTIONS.size() && secretsManager.reads() <= max, () -> secretsManager.reads() + " readings");
        assertEquals(0, secretsManager.errors());
        assertThat(load.output.toString(), not(containsString("canary")));
        assertThat(load.output.toString(), not(containsString("\"level\":\"WARN\"")));
    }

    @Test
    void onlyFunctionsThatCallAltegioReadTheSecret() {
        secretsManager.put(SECRET, secretOfTokens());
        try (Instance instance = Instance.start(Artifact.packaged(), function("ListStoragesFunction"))) {
            instance.startToFirstPoll();
            assertEquals(400, status(instance, list("/storages/nowhere")));
            assertEquals(0, secretsManager.reads());

            assertEquals(200, status(instance, list("/storages/4564")));
            assertEquals(1, secretsManager.reads());
        }
    }

    /** The secrets of three accounts: a token; a login; and both, for all other locations. */
    @ParameterizedTest
    @ValueSource(strings = {"environment", "secret"})
    void noCredentialOfAnyAccountIsShown(String source) {
        StringBuilder shown = new StringBuilder();
        List<Integer> statuses = new ArrayList<>();
        Map<String, Instance> instances = new LinkedHashMap<>();
        secretsManager.put(SECRET, secretOfAllKinds());
        try {
            for (String name : List.of("ListStoragesFunction", "RelayFunction")) {
                Function function = source.equals("secret") ? function(name) : configured(name);
                instances.put(name, Instance.start(Artifact.packaged(), function.withAll(Map.of("ALTEGIO_RETRY_ATTEMPTS", "2",
                        "ALTEGIO_RETRY_BASE_DELAY", "PT0.01S", "ALTEGIO_RETRY_MAX_DELAY", "PT0.05S", "ALTEGIO_TIMEOUT", "PT0.5S",
                        "ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", "0"))));
            }
            // South's login comes first, so that its issued token is quoted later.
            requestAll(instances, shown, statuses);
            assertEquals(Collections.nCopies(6, 200), statuses);
            for (SandboxFault fault : faults()) {
                requestAllWith(fault, instances, shown, statuses);
            }
            LOCATIONS.keySet().forEach(name -> sandbox.sandbox().tokens().tokensOf(login(name)).forEach(token -> sandbox.sandbox().tokens()
                    .expire(token)));
            requestAllWith(SandboxFault.of(Kind.REFUSE).status(500).on(SandboxRoute.LOG_IN), instances, shown, statuses);
            requestAllWith(SandboxFault.of(Kind.REFUSE).status(422).on(SandboxRoute.LOG_IN), instances, shown, statuses);
            requestAll(instances, shown, statuses);
            instances.values().forEach(instance -> shown.append(instance.output()));
        } finally {
            instances.values().forEach(Instance::close);
        }

        assertTrue(statuses.stream().filter(status -> status >= 400).count() > 50, statuses::toString);
        assertTrue(statuses.contains(502) && statuses.contains(503), statuses::toString);
        assertThat(shown.toString(), containsString("***"));
        assertFalse(shown.toString().toLowerCase(Locale.ROOT).contains("canary"), () -> around(shown.toString(), "canary"));
        assertEquals(source.equals("secret"), secretsManager.reads() > 0);
    }

    private void requestAllWith(SandboxFault fault, Map<String, Instance> instances, StringBuilder shown, List<Integer> statuses) {
        LOCATIONS.forEach((name, location) -> {
            sandbox.sandbox().faults().clear();
            List<String> valid = sandbox.sandbox().tokens().tokensOf(login(name));
            String token = valid.isEmpty() ? tokens.get(name) : valid.get(valid.size() - 1);
            sandbox.sandbox().faults().add(fault.times(0).delay(Duration.ofMillis(100)).message("Rejected: Bearer " + PARTNER + ", User "
                    + token + (name.equals("north") ? "" : " (" + login(name) + ":" + password(name) + ")")));
            request(location, instances, shown, statuses);
        });
        sandbox.sandbox().faults().clear();
    }

    private static void requestAll(Map<String, Instance> instances, StringBuilder shown, List<Integer> statuses) {
        LOCATIONS.values().forEach(location -> request(location, instances, shown, statuses));
    }

    private static void request(long location, Map<String, Instance> instances, StringBuilder shown, List<Integer> statuses) {
        instances.forEach((name, instance) -> {
            String event = name.equals("RelayFunction")
                    ? GatewayEvent.of(GatewayEvent.DEFAULT, "/company/" + location, Instant.now()).json()
                    : list("/storages/" + location);
            String payload = instance.invoke(event).payload();
            shown.append(payload).append('\n');
            statuses.add(json(payload).path("statusCode").asInt());
        });
    }

    /** Without those that a rate limiter or a login would wait for. */
    private static List<SandboxFault> faults() {
        List<SandboxFault> faults = new ArrayList<>();
        for (int status : new int[] {400, 403, 404, 409, 422, 500, 503}) {
            faults.add(SandboxFault.of(Kind.REFUSE).status(status));
        }
        for (Kind kind : List.of(Kind.SUCCESS_FALSE, Kind.ERROR_500, Kind.PROXY_ERROR, Kind.GATEWAY_ERROR, Kind.HTML, Kind.GARBAGE,
                Kind.TRUNCATED, Kind.HANG, Kind.DROP_BEFORE_COMMIT)) {
            faults.add(SandboxFault.of(kind));
        }
        return faults;
    }

    private static String around(String text, String found) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(found);
        return at < 0 ? "" : text.substring(Math.max(0, at - 500), Math.min(text.length(), at + 300));
    }

    /** Requests that follow each other without a pause, in one thread for each instance. */
    private final class Load {

        final List<String> failures = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger booked = new AtomicInteger();
        final StringBuffer output = new StringBuffer();
        private final List<AtomicInteger> counts = FUNCTIONS.stream().map(name -> new AtomicInteger()).toList();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        void start() {
            IntStream.range(0, FUNCTIONS.size()).forEach(index -> threads.add(new Thread(() -> run(index), "load-" + index)));
            threads.forEach(Thread::start);
        }

        private void run(int index) {
            String name = FUNCTIONS.get(index);
            List<Long> locations = List.copyOf(LOCATIONS.values());
            try (Instance instance = Instance.start(Artifact.packaged(), function(name))) {
                for (int i = 0; !stopped.get(); i++) {
                    String payload = instance.invoke(event(name, locations.get(i % locations.size()), i)).payload();
                    int status = json(payload).path("statusCode").asInt();
                    if (status != 200) {
                        failures.add(name + ": " + payload);
                    } else if (name.startsWith("Create")) {
                        booked.incrementAndGet();
                    }
                    output.append(payload);
                    counts.get(index).incrementAndGet();
                }
                output.append(instance.output());
            } catch (RuntimeException e) {
                failures.add(name + ": " + e);
            }
        }

        /** Waits until each instance has given so many more responses. */
        void await(int more) throws InterruptedException {
            List<Integer> before = counts.stream().map(AtomicInteger::get).toList();
            Instant end = Instant.now().plusSeconds(120);
            while (IntStream.range(0, counts.size()).anyMatch(index -> counts.get(index).get() < before.get(index) + more)) {
                assertTrue(Instant.now().isBefore(end) && threads.stream().allMatch(Thread::isAlive), failures::toString);
                Thread.sleep(5);
            }
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        int responses() {
            return counts.stream().mapToInt(AtomicInteger::get).sum();
        }
    }

    private static String event(String function, long location, int number) {
        return switch (function) {
            case "CreateOperationFunction" -> SampleEvents.of("create-operation")
                    .replace("\"content-type\"", "\"idempotency-key\": \"rotation-" + number + "\", \"content-type\"");
            case "SearchTransactionsFunction" -> GatewayEvent.of("GET /storages/transactions/{location_id}",
                    "/storages/transactions/" + location, Instant.now()).json();
            default -> list("/storages/" + location);
        };
    }

    private static String list(String target) {
        return GatewayEvent.of("GET /storages/{location_id}", target, Instant.now()).json();
    }

    /** Another valid token of the user, as a login at Altegio gives it. */
    private String newToken(String name) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("login", login(name), "password", password(name)));
        String response = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/auth")).POST(BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + PARTNER).header("Accept", "application/vnd.api.v2+json")
                .header("Content-Type", "application/json").build(), BodyHandlers.ofString()).body();
        return json(response).at("/data/user_token").asText();
    }

    /** The function as the template deploys it with {@code SecretAccess=runtime}: without credentials in its environment. */
    private Function function(String name) {
        Function function = function(name, Map.of("SecretAccess", "runtime", "AltegioSecret", SECRET))
                .withAll(Map.of("ALTEGIO_SECRETS_URL", secretsManager.url(), "ALTEGIO_RATE_PER_SECOND", "0",
                        "ALTEGIO_RATE_PER_MINUTE", "0"));
        assertEquals(SECRET, function.environment().get("ALTEGIO_SECRETS"));
        assertFalse(function.environment().toString().contains("canary"), function.environment()::toString);
        return function;
    }

    private Function configured(String name) {
        Map<String, String> settings = new HashMap<>(Map.of("ALTEGIO_ACCOUNTS_NORTH_LOCATIONS", "4564",
                "ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN", tokens.get("north"), "ALTEGIO_ACCOUNTS_SOUTH_LOCATIONS", "4565",
                "ALTEGIO_ACCOUNTS_SOUTH_LOGIN", login("south"), "ALTEGIO_ACCOUNTS_SOUTH_PASSWORD", password("south"),
                "ALTEGIO_LOGIN", login("others"), "ALTEGIO_PASSWORD", password("others"), "ALTEGIO_USER_TOKEN", tokens.get("others"),
                "ALTEGIO_RATE_PER_SECOND", "0", "ALTEGIO_RATE_PER_MINUTE", "0"));
        settings.put("ALTEGIO_PARTNER_TOKEN", PARTNER);
        return function(name, Map.of("partner_token", PARTNER, "user_token", ""))
                .withAll(settings);
    }

    private String secretOfTokens() {
        return text(Map.of("partner_token", PARTNER, "user_token", tokens.get("others"), "accounts",
                Map.of("north", Map.of("locations", List.of(LOCATIONS.get("north")), "user_token", tokens.get("north")), "south",
                        Map.of("locations", List.of(LOCATIONS.get("south")), "user_token", tokens.get("south")))));
    }

    private String secretOfAllKinds() {
        return text(Map.of("partner_token", PARTNER, "user_token", tokens.get("others"), "login", login("others"), "password",
                password("others"), "accounts",
                Map.of("north", Map.of("locations", List.of(LOCATIONS.get("north")), "user_token", tokens.get("north")), "south",
                        Map.of("locations", List.of(LOCATIONS.get("south")), "login", login("south"), "password", password("south")))));
    }

    private static String text(Map<String, ?> secret) {
        try {
            return JSON.writeValueAsString(secret);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static int status(Instance instance, String event) {
        return instance.invoke(event).json().path("statusCode").asInt();
    }

    private static String login(String name) {
        return "canary-" + name + "@example.com";
    }

    private static String password(String name) {
        return "canary-password-of-" + name;
    }

    private static Map<String, Long> locations() {
        Map<String, Long> locations = new LinkedHashMap<>();
        locations.put("north", 4564L);
        locations.put("south", 4565L);
        locations.put("others", 4570L);
        return locations;
    }
}
