package io.stockroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Checks the contents of the packaged artifact. */
class ArtifactIT {

    @Test
    void containsNoDevelopmentCode() throws IOException {
        List<String> entries = entries();

        assertTrue(entries.contains("bootstrap") || entries.contains("io/stockroom/storages/ListStorages.class"), "no functions");
        assertEquals(List.of(), entries.stream().filter(entry -> entry.contains("/local/") || entry.contains("Sandbox")
                || entry.contains("scalar") || entry.contains("openapi")
                || entry.contains("vertx-http") || entry.contains("quarkus-rest-3") || entry.contains("quarkus-rest-jackson-3")).toList());
    }

    @Test
    void nativeArtifactIsOneExecutable() throws IOException {
        List<String> entries = entries();

        assertTrue(!entries.contains("bootstrap") || entries.equals(List.of("bootstrap")), entries::toString);
    }

    private static List<String> entries() throws IOException {
        try (ZipFile zip = new ZipFile(System.getProperty("function.zip", "target/function.zip"))) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }
}
