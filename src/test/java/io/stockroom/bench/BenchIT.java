package io.stockroom.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.Slow;
import io.stockroom.local.GatewayEvent;
import io.stockroom.local.sandbox.PrecomputedResponses;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.SampleEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that the benchmark works and that its implementations are comparable. */
@Slow
class BenchIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;
    private static Contenders contenders;

    @BeforeAll
    static void find() {
        contenders = Contenders.find();
    }

    @Test
    void allContendersReturnTheSameResponse() throws JsonProcessingException {
        try (Upstream upstream = Upstream.plain(PrecomputedResponses.of(0))) {
            JsonNode expected = null;
            for (Contender contender : contenders.present().stream().filter(Contender::callsAltegio).toList()) {
                JsonNode response = response(contender, contender.function(upstream, Map.of()), SampleEvents.of("list-storages"));
                expected = expected == null ? response : expected;
                assertEquals(4, response.at("/body/data").size(), response::toString);
                assertEquals(expected, response, contender::name);
            }
        }
    }

    @Test
    void allContendersRejectInvalidRequestsAndLocationsThatAreNotAllowed() throws JsonProcessingException {
        try (Upstream upstream = Upstream.plain(PrecomputedResponses.of(0))) {
            for (Contender contender : contenders.present().stream().filter(Contender::callsAltegio).toList()) {
                Function function = contender.function(upstream, Map.of("ALTEGIO_LOCATIONS", "4564,4565"));
                assertEquals(400, status(contender, function, "/storages/nowhere"), contender::name);
                assertEquals(400, status(contender, function, "/storages/4564?page=1"), contender::name);
                assertEquals(403, status(contender, function, "/storages/1"), contender::name);
            }
            assertEquals(0, upstream.calls());
        }
    }

    @Test
    void runsTheBenchmarkAndWritesItsReport() {
        Settings minimal = new Settings(Set.of("functions", "secrets", "scale", "reconciliation", "exports"), 1, 5, List.of(), List.of(2),
                Duration.ofMillis(200), List.of(5), List.of(1_000, 2_000), 4_000);
        String report = new Bench(minimal, folder, contenders, progress -> {}).run();

        assertThat(report, not(containsString("FAILED")));
        for (String section : List.of("over HTTPS", "## Sizes", "## Credentials at run time", "## Scale", "## export-transactions")) {
            assertThat(report, containsString(section));
        }
        assertTrue(Files.exists(folder.resolve("report.md")) && Files.exists(folder.resolve("start.svg")));
    }

    private static JsonNode response(Contender contender, Function function, String event) throws JsonProcessingException {
        try (Instance instance = Instance.start(contender.code(), function)) {
            ObjectNode response = (ObjectNode) instance.invoke(event).json();
            JsonNode body = JSON.readTree(response.path("body").asText());
            return response.retain("statusCode", "headers").set("body", body);
        }
    }

    private static int status(Contender contender, Function function, String target) throws JsonProcessingException {
        String event = GatewayEvent.of("GET /storages/{location_id}", target, Instant.now()).json();
        return response(contender, function, event).get("statusCode").asInt();
    }
}
