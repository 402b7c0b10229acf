package io.stockroom.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.local.sandbox.PrecomputedResponses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void followsTheLinksAndReturnsEachRowOnce(boolean gzip) {
        SearchExport export = SearchExport.run(ExportedList.TRANSACTIONS, event -> response(event, 1, 2, 3), gzip);

        assertEquals(3, export.files().size());
        export.expect(30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,2   | 20 rows with 20 different ids", "1,2,2 | 30 rows with 20 different ids"})
    void failsIfRowsAreMissingOrDuplicated(String pages, String message) {
        int[] numbers = List.of(pages.split(",")).stream().mapToInt(Integer::parseInt).toArray();
        SearchExport export = SearchExport.run(ExportedList.TRANSACTIONS, event -> response(event, numbers), false);

        assertThat(assertThrows(IllegalStateException.class, () -> export.expect(30)).getMessage(), containsString(message));
    }

    @Test
    void reportsAnErrorResponse() {
        JsonNode problem = JSON.createObjectNode().put("statusCode", 400).put("body", "all is not a known parameter");

        assertThat(
                assertThrows(IllegalStateException.class, () -> SearchExport.run(ExportedList.TRANSACTIONS, event -> problem, false))
                        .getMessage(),
                containsString("400 all is not a known parameter"));
    }

    @Test
    void csvFieldsMayContainCommasQuotesAndLineBreaks() {
        assertEquals(List.of(List.of("id", "comment"), List.of("1", "a, \"b\"\r\nc"), List.of("2", "")),
                Csv.records("id,comment\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,\"\"\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "5,0", "6,1", "101,20", "200,39", "201,60", "206,61", "504,140"})
    void boundIsTheEarliestTimeOfTheLastCall(int calls, double seconds) {
        assertEquals(seconds, SearchBenchmark.bound(calls));
    }

    @Test
    void precomputedResponsesContainEachRowOnceAndHonorSearchFilters() throws IOException {
        PrecomputedResponses precomputed = PrecomputedResponses.of(2_500);
        Set<String> ids = new HashSet<>();
        int size = 0;
        for (int page = 1; page <= 3; page++) {
            byte[] response = precomputed.transactions(Map.of("page", String.valueOf(page), "count", "1000"));
            for (JsonNode row : JSON.readTree(response).get("data")) {
                ids.add(row.get("id").asText());
                size++;
            }
        }

        assertEquals(2_500, size);
        assertEquals(2_500, ids.size());
        assertEquals(0, JSON.readTree(precomputed.transactions(Map.of("start_date", "2026-11-21"))).get("data").size());
        assertEquals(4, JSON.readTree(precomputed.storages()).get("data").size());
        assertEquals(1000,
                JSON.readTree(PrecomputedResponses.ofGoods(1_500).goods(Map.of("page", "1", "count", "1000"))).get("data").size());
    }

    /** Imitates the function: ten rows per page, the pages in the given order, the second one without a header row. */
    private static JsonNode response(String event, int... pages) {
        try {
            JsonNode request = JSON.readTree(event);
            int index = request.at("/queryStringParameters/page").asInt(0);
            StringBuilder csv = new StringBuilder(index == 1 ? "" : "id,comment\r\n");
            for (int row = 0; row < 10; row++) {
                csv.append(pages[index] * 100 + row).append(",\"-10 %, \"\"VIP\"\"\"\r\n");
            }
            ObjectNode response = JSON.createObjectNode().put("statusCode", 200);
            if (index + 1 < pages.length) {
                String next = "https://bench.example/storages/transactions/4564?all=true&page=" + (index + 1);
                response.withObject("/headers").put("Link", "<" + next + ">; rel=\"next\"");
            }
            if (!request.at("/headers/accept-encoding").asText().equals("gzip")) {
                return response.put("body", csv.toString());
            }
            response.withObject("/headers").put("Content-Encoding", "gzip");
            return response.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(gzip(csv.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream content = new GZIPOutputStream(bytes)) {
            content.write(text.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
