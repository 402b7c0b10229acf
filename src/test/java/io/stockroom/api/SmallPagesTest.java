package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An Altegio that returns fewer transactions at once than requested. */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class SmallPagesTest extends ApiContract {

    SandboxServer server;

    @ParameterizedTest
    @ValueSource(ints = {25, 30, 40, 64, 75, 128, 256})
    void exportReturnsEveryTransaction(int limit) throws Exception {
        limitPages(limit);
        List<Long> expected = server.sandbox().location(4564).movements().stream().map(movement -> movement.id()).toList();

        List<Long> found = new ArrayList<>();
        URI start = api.resolve(TRANSACTIONS + "?all=true");
        for (Links.Part part : Links.follow(start, "application/x-ndjson", true, part -> {})) {
            part.text().lines().map(line -> Long.valueOf(line.substring("{\"id\":".length(), line.indexOf(',')))).forEach(found::add);
        }
        assertEquals(expected, found);
    }

    @Test
    void singlePageIsOnlyMarkedAsTheLastIfItIsEmpty() {
        limitPages(64);
        int pages = (server.sandbox().location(4564).movements().size() + 63) / 64;

        given().get(TRANSACTIONS + "?count=1000").then().statusCode(200).body("data", hasSize(64)).body("meta.last", is(false));
        given().get(TRANSACTIONS + "?count=1000&page=" + pages).then().statusCode(200).body("meta.last", is(false));
        given().get(TRANSACTIONS + "?count=1000&page=" + (pages + 1)).then().statusCode(200).body("data", empty()).body("meta.last",
                is(true));
    }

    @Test
    void pageOfAnySizeIsComplete() {
        limitPages(256);
        List<Long> all = server.sandbox().location(4564).movements().stream().map(movement -> movement.id()).toList();

        given().get(TRANSACTIONS + "?count=1300&page=2").then().statusCode(200).body("data.id.collect { it as long }",
                equalTo(all.subList(1300, Math.min(all.size(), 2600))));
    }

    @Test
    void operationWithALostResponseIsFoundOnALaterPage() {
        limitPages(1);
        Map<String, Object> line = line();
        line.put("cost", "26.82");
        for (int i = 0; i < 3; i++) {
            given().header("Accept", "application/vnd.api.v2+json").header("Authorization", "Bearer sandbox-partner, User sandbox-user")
                    .contentType(ContentType.JSON).body(sale(List.of(line))).post(sandbox + "/api/v1" + OPERATIONS).then().statusCode(200);
        }
        fault("drop-after-commit", "POST /storage_operations/operation");
        Map<String, Object> older = sale();
        older.put("create_date", "2025-01-01T10:00:00+02:00");

        post(older).statusCode(200);
        assertEquals(4, booked().size());
    }

    private void limitPages(int count) {
        given().contentType(ContentType.JSON).body(Map.of("max_page_size", count)).put(sandbox + "/quirks").then().statusCode(200);
    }
}
