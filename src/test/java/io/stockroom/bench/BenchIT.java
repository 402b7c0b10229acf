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
import io.stockroom.local.GatewayEvent;
import io.stockroom.local.sandbox.Bulk;
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

/** Keeps the benchmark in working order and its comparison fair. */
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
    void allContendersGiveTheSameAnswer() throws JsonProcessingException {
        try (Upstream upstream = Upstream.plain(Bulk.of(0))) {
            JsonNode expected = null;
            for (Contender contender : contenders.present().stream().filter(Contender::asksAltegio).toList()) {
                JsonNode answer = answer(contender, contender.function(upstream, Map.of()), SampleEvents.of("list-storages"));
                expected = expected == null ? answer : expected;
                assertEquals(4, answer.at("/body/data").size(), answer::toString);
                assertEquals(expected, answer, contender::name);
            }
        }
    }

    @Test
    void allContendersRefuseAWrongRequestAndALocationThatIsNotAllowed() throws JsonProcessingException {
        try (Upstream upstream = Upstream.plain(Bulk.of(0))) {
            for (Contender contender : contenders.present().stream().filter(Contender::asksAltegio).toList()) {
                Function function = contender.function(upstream, Map.of("ALTEGIO_LOCATIONS", "4564,4565"));
                assertEquals(400, status(contender, function, "/storages/nowhere"), contender::name);
                assertEquals(400, status(contender, function, "/storages/4564?page=1"), contender::name);
                assertEquals(403, status(contender, function, "/storages/1"), contender::name);
            }
            assertEquals(0, upstream.calls());
        }
    }

    @Test
    void theBenchmarkRunsAndWritesItsReport() {
        Settings little = new Settings(Set.of("functions", "scale"), 1, 5, List.of(), List.of(2), Duration.ofMillis(200));
        String report = new Bench(little, folder, contenders, progress -> { }).run();

        assertThat(report, not(containsString("FAILED")));
        for (String section : List.of("over HTTPS", "## Sizes", "## Scale")) {
            assertThat(report, containsString(section));
        }
        assertTrue(Files.exists(folder.resolve("report.md")) && Files.exists(folder.resolve("start.svg")));
    }

    private static JsonNode answer(Contender contender, Function function, String event) throws JsonProcessingException {
        try (Instance instance = Instance.start(contender.code(), function)) {
            ObjectNode answer = (ObjectNode) instance.invoke(event).json();
            JsonNode body = JSON.readTree(answer.path("body").asText());
            return answer.retain("statusCode", "headers").set("body", body);
        }
    }

    private static int status(Contender contender, Function function, String target) throws JsonProcessingException {
        String event = GatewayEvent.of("GET /storages/{location_id}", target, Instant.now()).json();
        return answer(contender, function, event).get("statusCode").asInt();
    }
}
