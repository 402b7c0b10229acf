package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.TrafficRecorder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export within Altegio's documented rate limit takes little longer than the limit allows at best. */
@Slow
@QuarkusTest
@TestProfile(GoodsExportTest.DocumentedLimit.class)
@QuarkusTestResource(SandboxResource.class)
class GoodsExportTest extends ApiContract {

    private static final int GOODS = 5_000;
    private static final int MAX_ATTEMPTS = 5;

    SandboxServer server;

    private TrafficRecorder traffic;

    public static class DocumentedLimit implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.rate.per-second", "5", "altegio.rate.per-minute", "200");
        }
    }

    /** The first call after a reset is one with an expired token. */
    @BeforeEach
    void logIn() {
        given().get(STORAGES).then().statusCode(200);
        server.sandbox().location(4564).addGoods(GOODS);
        traffic = server.sandbox().traffic();
        traffic.limit(SandboxRate.DOCUMENTED);
    }

    @AfterEach
    void removeLimit() {
        traffic.limit(SandboxRate.UNLIMITED);
        server.sandbox().reset();
    }

    /**
     * The bound is the time at which the limit allows the last page to be requested. That page itself takes some time too, which only
     * matters if there are few. Other load on the machine makes it slower, hence some attempts.
     */
    @ParameterizedTest
    @CsvSource({"1000,6,11,500", "250,21,26,0"})
    void takesLittleLongerThanTheLimitAllows(int pageSize, int pages, int maxCalls, int lastPage) throws Exception {
        long bound = lastPage + 1_000 * ((pages - 1) / SandboxRate.DOCUMENTED.perSecond());
        long milliseconds = Long.MAX_VALUE;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && milliseconds > 1.1 * bound; attempt++) {
            Thread.sleep(2_500);
            long before = traffic.count(SandboxRoute.GOODS);
            long started = System.nanoTime();
            List<Links.Part> parts = Links.follow(api.resolve("/goods/4564?all=true&count=" + pageSize), "application/x-ndjson", true,
                    part -> {});
            milliseconds = (System.nanoTime() - started) / 1_000_000;
            long calls = traffic.count(SandboxRoute.GOODS) - before;

            assertEquals(GOODS + 40, parts.stream().flatMap(part -> part.text().lines()).map(line -> line.substring(0, line.indexOf(',')))
                    .distinct().count());
            assertTrue(calls <= maxCalls, calls + " calls");
        }
        assertEquals(0, traffic.limited());
        assertTrue(milliseconds <= 1.1 * bound, milliseconds + " ms");
    }
}
