package io.stockroom.dialect;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.stockroom.Slow;
import io.stockroom.api.SandboxResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs unchanged programs against the sandbox, as they run against Altegio, and then against Stockroom with another base URL. */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(ProgramsTest.WithCaller.class)
class ProgramsTest {

    /** The partner token of the programs, which is the caller's key. */
    private static final String PARTNER = "sandbox-partner-4f7k2q9d";
    private static final String LOGIN = "sandbox@example.com";
    private static final String PASSWORD = "sandbox";

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    public static class WithCaller implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.access.mode", "keys", "stockroom.repeat.window", "PT5M", "stockroom.callers.shop.key", PARTNER,
                    "stockroom.callers.shop.login", LOGIN, "stockroom.callers.shop.password", PASSWORD,
                    "stockroom.callers.shop.locations", "4564", "stockroom.callers.shop.may", "read,book");
        }
    }

    enum Program {
        PYTHON("program.py", "python3"), PHP("program.php", "php"), JAVASCRIPT("program.mjs", "node");

        private final String file;
        private final String interpreter;

        Program(String file, String interpreter) {
            this.file = file;
            this.interpreter = interpreter;
        }

        boolean isInstalled() throws IOException, InterruptedException {
            return new ProcessBuilder("sh", "-c", this == PHP ? "php -r 'exit(extension_loaded(\"curl\") ? 0 : 1);'" : interpreter
                    + " --version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        }

        /** Returns what the program prints. */
        JsonNode run(String baseUrl) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(interpreter, Path.of("src/test/programs", file).toString(), baseUrl, PARTNER, LOGIN,
                    PASSWORD, "Order " + UUID.randomUUID()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue(), output);
            return RecordingAltegio.JSON.readTree(output);
        }
    }

    @BeforeEach
    void reset() {
        given().post(sandbox + "/reset").then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void aProgramDoesTheSameWithAnotherBaseUrl(Program program) throws Exception {
        assumeTrue(program.isInstalled(), program + " is not installed");

        JsonNode direct = program.run(sandbox + "/api/v1");
        reset();
        JsonNode through = program.run(api.resolve("/api/v1").toString());

        assertEquals(direct, through);
        assertEquals(1, documents().size());
    }

    /** What the program books twice at Altegio, it books once through Stockroom. */
    @ParameterizedTest
    @EnumSource
    void aLostResponseIsBookedOnce(Program program) throws Exception {
        assumeTrue(program.isInstalled(), program + " is not installed");

        loseTheResponse();
        JsonNode direct = program.run(sandbox + "/api/v1");
        assertEquals(2, documents().size());
        assertEquals(2, direct.get("attempts").asInt());
        reset();
        loseTheResponse();
        JsonNode through = program.run(api.resolve("/api/v1").toString());

        assertEquals(1, documents().size());
        assertEquals(1, through.get("attempts").asInt());
        assertEquals(withoutBooking(direct), withoutBooking(through));
    }

    /** A program that gives up waiting, and sends its booking again, waits for the first one's response. */
    @Test
    void aRetryWithoutAKeyIsBookedOnceAlsoWhileTheFirstIsInProgress() {
        given().contentType(ContentType.JSON).body(Map.of("fault", "delay", "route", "POST /storage_operations/operation", "delay", "PT1S"))
                .post(sandbox + "/faults").then().statusCode(201);
        ProgramRequest request = RequestShapes.all().get("date with a space").with("Authorization", "Bearer " + PARTNER);

        List<String> bodies = List.of(0, 1, 2, 3).parallelStream().map(i -> request.send(api).body()).distinct().toList();

        assertEquals(1, bodies.size(), bodies::toString);
        assertTrue(bodies.get(0).startsWith("{\"success\":true"), bodies::toString);
        assertEquals(1, documents().size());
        assertEquals("true", request.send(api).headers().firstValue("Idempotency-Replayed").orElseThrow());
    }

    /** A caller that is limited to a location does not see the others. */
    @Test
    void aListOfLocationsIsReducedToThoseOfTheCaller() throws IOException {
        JsonNode companies = RecordingAltegio.JSON.readTree(
                ProgramRequest.get("/companies").with("Authorization", "Bearer " + PARTNER).send(api).body());

        assertEquals(1, companies.get("data").size());
        assertEquals(4564, companies.at("/data/0/id").asInt());
        assertEquals(403, ProgramRequest.get("/company/4565").with("Authorization", "Bearer " + PARTNER).send(api).statusCode());
        assertFalse(ProgramRequest.get("/nothing").send(api).body().contains("GET /"));
    }

    private void loseTheResponse() {
        given().contentType(ContentType.JSON).body(Map.of("fault", "drop-after-commit", "route", "POST /storage_operations/operation"))
                .post(sandbox + "/faults").then().statusCode(201);
    }

    private List<Object> documents() {
        return given().get(sandbox + "/log").then().extract().jsonPath().getList("documents");
    }

    private static JsonNode withoutBooking(JsonNode output) {
        return ((ObjectNode) output.deepCopy()).without(List.of("document", "attempts"));
    }
}
