package io.stockroom.local;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.api.SandboxResource;
import io.stockroom.exports.ExportedFiles;
import io.stockroom.exports.Exporter;
import io.stockroom.local.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command at the beginning of docs/exports.md, with the function as it is wired. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(LocalExportTest.IntoAFolder.class)
class LocalExportTest {

    SandboxServer server;

    @ConfigProperty(name = "stockroom.exports.folder")
    Path folder;
    @TestHTTPResource("/sandbox/export")
    URI export;

    public static class IntoAFolder implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of("stockroom.exports.folder", Files.createTempDirectory("export").toString(),
                        "stockroom.exports.locations", "4564,4565");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @AfterEach
    void deleteFiles() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void exportsTheSandboxIntoAFolder() {
        server.sandbox().reset();
        int rows = server.sandbox().location(4564).movements().size();

        given().post(export).then().statusCode(200).body("rows", equalTo(rows)).body("failed.size()", equalTo(0));
        Exporter.assertViewEquals(new ExportedFiles(folder), server.sandbox().location(4564));
        given().queryParam("task", "compare").post(export).then().statusCode(200).body("rows", equalTo(0));
        given().queryParam("location_id", 4564).queryParam("from", "2026-11-01T00:00:00Z").queryParam("to", "2026-11-08T00:00:00Z")
                .post(export).then().statusCode(200).body("rows", greaterThan(30));
        Exporter.assertViewEquals(new ExportedFiles(folder), server.sandbox().location(4564));
    }

    @Test
    void aMistakeInTheEventIsExplained() {
        assertEquals("`task` must be one of export, compare, not 'nope'",
                given().queryParam("task", "nope").post(export).then().statusCode(400).extract().path("message"));
    }
}
