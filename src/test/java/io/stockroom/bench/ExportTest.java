package io.stockroom.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.local.sandbox.Bulk;
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

class ExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anExportIsWalkedFromLinkToLinkAndHasEachRowOnce(boolean gzip) {
        Export export = Export.walk(event -> answer(event, 1, 2, 3), gzip);

        assertEquals(3, export.files().size());
        export.expect(30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,2   | 20 rows with 20 different ids", "1,2,2 | 30 rows with 20 different ids"})
    void rowsThatAreLostOrDoubledAreAFailure(String pages, String complaint) {
        int[] numbers = List.of(pages.split(",")).stream().mapToInt(Integer::parseInt).toArray();
        Export export = Export.walk(event -> answer(event, numbers), false);

        assertThat(assertThrows(IllegalStateException.class, () -> export.expect(30)).getMessage(), containsString(complaint));
    }

    @Test
    void anAnswerThatIsNoExportIsAFailureThatTellsIt() {
        JsonNode problem = JSON.createObjectNode().put("statusCode", 400).put("body", "all is not known");

        assertThat(assertThrows(IllegalStateException.class, () -> Export.walk(event -> problem, false)).getMessage(),
                containsString("400 all is not known"));
    }

    @Test
    void fieldsOfACsvFileMayHoldCommasQuotesAndLineBreaks() {
        assertEquals(List.of(List.of("id", "comment"), List.of("1", "a, \"b\"\r\nc"), List.of("2", "")),
                Csv.records("id,comment\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,\"\"\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "5,0", "6,1", "101,20", "200,39", "201,60"})
    void theLimitsBoundIsWhenTheLastCallMayBeMade(int calls, double seconds) {
        assertEquals(seconds, Search.bound(calls));
    }

    @Test
    void theUpstreamHasEachRowOnItsPageAndHonoursTheSearchesBounds() throws IOException {
        Bulk bulk = Bulk.of(2_500);
        Set<String> ids = new HashSet<>();
        int size = 0;
        for (int page = 1; page <= 3; page++) {
            byte[] answer = bulk.transactions(Map.of("page", String.valueOf(page), "count", "1000"));
            for (JsonNode row : JSON.readTree(answer).get("data")) {
                ids.add(row.get("id").asText());
                size++;
            }
        }

        assertEquals(2_500, size);
        assertEquals(2_500, ids.size());
        assertEquals(0, JSON.readTree(bulk.transactions(Map.of("start_date", "2026-11-21"))).get("data").size());
        assertEquals(4, JSON.readTree(bulk.storages()).get("data").size());
    }

    /** Stands in for the function: ten rows a page, the pages in that order, the second one without a header row. */
    private static JsonNode answer(String event, int... pages) {
        try {
            JsonNode request = JSON.readTree(event);
            int place = request.at("/queryStringParameters/page").asInt(0);
            StringBuilder csv = new StringBuilder(place == 1 ? "" : "id,comment\r\n");
            for (int row = 0; row < 10; row++) {
                csv.append(pages[place] * 100 + row).append(",\"-10 %, \"\"VIP\"\"\"\r\n");
            }
            ObjectNode answer = JSON.createObjectNode().put("statusCode", 200);
            if (place + 1 < pages.length) {
                String next = "https://bench.example/storages/transactions/4564?all=true&page=" + (place + 1);
                answer.withObject("/headers").put("Link", "<" + next + ">; rel=\"next\"");
            }
            if (!request.at("/headers/accept-encoding").asText().equals("gzip")) {
                return answer.put("body", csv.toString());
            }
            answer.withObject("/headers").put("Content-Encoding", "gzip");
            return answer.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(gzip(csv.toString())));
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
