package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.aws.SignedRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStoreProducerTest {

    @Test
    void withoutABucketFilesAreInTheFolder(@TempDir Path folder) {
        store(Map.of("stockroom.exports.folder", folder.toString())).check();

        assertTrue(Files.exists(folder.resolve("transactions/_check")));
    }

    @Test
    void aBucketIsUsedInTheRegionOrAtTheConfiguredUrl() {
        assertEquals("https://stock.s3.eu-central-1.amazonaws.com/a", url(Map.of("stockroom.exports.bucket", "stock")));
        assertEquals("http://localhost:9000/stock/a",
                url(Map.of("stockroom.exports.bucket", "stock", "stockroom.exports.s3-url", "http://localhost:9000")));
    }

    private static String url(Map<String, String> values) {
        return assertInstanceOf(S3Store.class, store(values)).url(ObjectName.of("a")).toString();
    }

    private static ExportStore store(Map<String, String> values) {
        return new ExportStoreProducer().exportStore(ExportsConfigs.of(values), new SignedRequests(() -> null, () -> "eu-central-1"));
    }
}
