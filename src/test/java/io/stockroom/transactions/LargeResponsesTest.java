package io.stockroom.transactions;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import io.stockroom.altegio.WireMockResource;
import io.stockroom.http.Bodies;
import io.stockroom.http.BodyWriter;
import io.stockroom.input.Input;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.Cursor;
import io.stockroom.lists.JsonFormat;
import io.stockroom.lists.ListWriter;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses of Altegio that are larger than requested or never end. */
@Slow
@QuarkusTest
@TestProfile(LargeResponsesTest.LongTimeout.class)
class LargeResponsesTest {

    private static final int RESPONSE_SIZE = 6_225_920;

    @Inject
    Transactions transactions;

    @Inject
    ObjectMapper mapper;

    private WireMockServer altegio;

    @BeforeEach
    void reset() {
        altegio.resetAll();
        altegio.stubFor(any(anyUrl()).willReturn(okJson("{\"success\":true,\"data\":[],\"meta\":[]}")));
    }

    @Test
    void returnsTwentyMegabytesInPartsWithinLambdasLimit() {
        page("1", rows(1000, "\\\"20 kB\\\" of text".repeat(1000)));

        for (String all : new String[] {"false", "true"}) {
            List<Long> found = new ArrayList<>();
            Cursor cursor = null;
            int parts = 0;
            do {
                cursor = part(Map.of("all", all, "count", "1000"), cursor, found);
                parts++;
            } while (cursor != null);

            assertEquals(LongStream.rangeClosed(1, 1000).boxed().toList(), found);
            assertTrue(parts > 3, parts + " parts");
        }
    }

    @Test
    void reportsRowThatExceedsTheMaximumResponseSize() {
        page("1", rows(1, "x".repeat(RESPONSE_SIZE)));

        assertThrows(TransactionTooLargeException.class, () -> part(Map.of(), null, new ArrayList<>()));
    }

    @Test
    void endsIfAltegioIgnoresThePage() {
        altegio.stubFor(any(anyUrl()).willReturn(okJson(rows(200, "again"))));
        List<Long> found = new ArrayList<>();

        assertNull(part(Map.of("all", "true"), null, found));
        assertEquals(200, found.size());
        assertTrue(altegio.getAllServeEvents().size() < 20, altegio.getAllServeEvents().size() + " calls");
    }

    private Cursor part(Map<String, String> query, Cursor from, List<Long> found) {
        Map<String, String> parameters = new HashMap<>(query);
        if (from != null) {
            parameters.put("cursor", from.text());
        }
        SearchRequest search = SearchRequest.from(Input.ofParameters(Map.of()).query(parameters), 1000);
        BodyWriter body = new BodyWriter(false);
        ListWriter.Part written = transactions.write(4564, search, new JsonFormat<>(mapper, true), body,
                CallContext.in(Duration.ofMinutes(1), Clock.systemUTC()));
        String text = Bodies.text(body);
        assertTrue(text.length() <= RESPONSE_SIZE, text.length() + " characters");
        text.lines().map(line -> Long.valueOf(line.substring("{\"id\":".length(), line.indexOf(',')))).forEach(found::add);
        return written.next();
    }

    private void page(String number, String body) {
        altegio.stubFor(get(urlPathEqualTo("/api/v1/storages/transactions/4564")).withQueryParam("page", equalTo(number))
                .willReturn(okJson(body)));
    }

    private static String rows(int count, String comment) {
        return LongStream.rangeClosed(1, count).mapToObj(id -> "{\"id\":" + id + ",\"comment\":\"" + comment + "\"}")
                .collect(Collectors.joining(",", "{\"success\":true,\"data\":[", "],\"meta\":[]}"));
    }

    /** A busy machine may take a while for responses of this size. */
    public static class LongTimeout implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.timeout", "PT30S", "altegio.user-token", "sandbox-user");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WireMockResource.class));
        }

        /** Disables the sandbox of other tests. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
