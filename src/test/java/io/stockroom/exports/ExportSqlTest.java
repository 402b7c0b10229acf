package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.transactions.Transaction;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the SQL of docs/exports.md on files with everything that an export can contain. */
class ExportSqlTest {

    private static final String DAY = "2026-11-25";
    private static final String NEXT_DAY = "2026-11-26";

    /** A row with all columns: 12 decimal places, more digits than a double has, and the largest id. */
    private static final String FULL = """
            {"id":9223372036854775807,"document_id":9007199254740993,"type_id":1,"type":"Verkauf von Gütern","good":{"id":3024,"title":\
            "Сапун с лавандула","category":{"id":7}},"storage":{"id":103,"title":"Größeres Lager"},"unit":{"id":1,"title":"piece",\
            "short_title":"pc"},"operation_unit_type":1,"amount":-123456789012.123456789012,"create_date":"2026-11-20T19:06:00",\
            "last_change_date":"2026-11-20T19:06:00+02:00","cost_per_unit":0.000000000001,"cost":99999999999999999999999999.999999999999,\
            "discount":33.333333333333,"master":{"id":201,"title":"Vera Ivanova"},"supplier":{"id":301,"title":"Розова долина ООД"},\
            "record_id":32705,"service":{"id":402,"title":"Боядисване"},"client":{"id":5001,"name":"Ana \\"Ä\\" Petrova",\
            "phone":"+359880005001"},"comment":"a;b,\\"amount\\":5,\\n\\"cost\\":7 \\\\","loyalty_abonement_id":0,"cost_x":[{"cost":3.5}],\
            "exported_at":"2026-11-25T11:02:03.123Z"}""";

    @TempDir
    private Path folder;

    @Test
    void everyColumnIsExact() {
        files().write(4564, DAY, "a", FULL);

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("location_id", "4564");
        expected.put("id", Long.MAX_VALUE);
        expected.put("document_id", 9007199254740993L);
        expected.put("type_id", 1L);
        expected.put("type", "Verkauf von Gütern");
        expected.put("good", Map.of("id", 3024L, "title", "Сапун с лавандула"));
        expected.put("storage", Map.of("id", 103L, "title", "Größeres Lager"));
        expected.put("unit", Map.of("id", 1L, "title", "piece", "short_title", "pc"));
        expected.put("operation_unit_type", BigDecimal.ONE);
        expected.put("amount", new BigDecimal("-123456789012.123456789012"));
        expected.put("create_date", "2026-11-20T19:06:00");
        expected.put("last_change_date", "2026-11-20T19:06:00+02:00");
        expected.put("cost_per_unit", new BigDecimal("0.000000000001"));
        expected.put("cost", new BigDecimal("99999999999999999999999999.999999999999"));
        expected.put("discount", new BigDecimal("33.333333333333"));
        expected.put("master", Map.of("id", 201L, "title", "Vera Ivanova"));
        expected.put("supplier", Map.of("id", 301L, "title", "Розова долина ООД"));
        expected.put("record_id", 32705L);
        expected.put("service", Map.of("id", 402L, "title", "Боядисване"));
        Map<String, Object> client = new HashMap<>(Map.of("id", 5001L, "name", "Ana \"Ä\" Petrova", "phone", "+359880005001"));
        client.put("title", null);
        expected.put("client", client);
        expected.put("comment", "a;b,\"amount\":5,\n\"cost\":7 \\");
        expected.put("exported_at", "2026-11-25T11:02:03.123Z");
        assertEquals(List.of(expected), files().transactions());
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(files().transactions().get(0).keySet()));
    }

    @Test
    void theViewHasAllFieldsOfATransaction() {
        files().write(4564, DAY, "a", FULL);
        List<String> fields = new ArrayList<>(List.of("location_id"));
        for (RecordComponent component : Transaction.class.getRecordComponents()) {
            fields.add(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase());
        }
        fields.removeAll(List.of("others", "unread"));
        fields.add("exported_at");

        assertEquals(fields, List.copyOf(files().transactions().get(0).keySet()));
    }

    @Test
    void theNewestVersionCountsWhateverItsFile() {
        files().write(4564, NEXT_DAY, "a", row(1, "old", "2026-11-25T11:02:03.122Z"), row(2, "new", "2026-11-26T00:00:00.000Z"));
        files().write(4564, DAY, "b", row(1, "new", "2026-11-25T11:02:03.123Z"), row(2, "old", "2026-11-25T23:59:59.999Z"));
        files().write(4564, DAY, "c", row(1, "older", "2026-11-24T11:02:03.123Z"));

        assertEquals(Map.of(1L, "new", 2L, "new"), comments(4564));
    }

    @Test
    void overlappingWindowsRepeatRows() {
        files().write(4564, DAY, "20261125T100000Z-20261125T110000Z-0001", row(1, "a", "2026-11-25T11:02:03.000Z"),
                row(2, "a", "2026-11-25T11:02:03.000Z"));
        files().write(4564, DAY, "20261125T105000Z-20261125T120000Z-0001", row(2, "a", "2026-11-25T12:02:03.000Z"),
                row(3, "a", "2026-11-25T12:02:03.000Z"));

        assertEquals(Map.of(1L, "a", 2L, "a", 3L, "a"), comments(4564));
        assertEquals(4, files().versions().size());
    }

    @Test
    void equalTimesInTwoFilesAreOneRow() {
        files().write(4564, DAY, "a", row(1, "same", "2026-11-25T11:02:03.123Z"));
        files().write(4564, DAY, "b", row(1, "same", "2026-11-25T11:02:03.123Z"));
        files().write(4564, DAY, "c", changed(2, "earlier", "2026-11-25T09:00:00"), changed(2, "later", "2026-11-25T10:00:00"));

        assertEquals(Map.of(1L, "same", 2L, "later"), comments(4564));
    }

    @Test
    void tombstonesDeleteAndRowsComeBack() {
        files().write(4564, DAY, "a", row(1, "a", "2026-11-25T11:00:00.000Z"), row(2, "a", "2026-11-25T11:00:00.000Z"),
                row(3, "a", "2026-11-25T11:00:00.000Z"), row(4, "a", "2026-11-25T11:00:00.000Z"));
        files().write(4564, DAY, "deleted-20261125T120000Z-0001", tombstone(1, "2026-11-25T12:00:00.000Z"),
                tombstone(2, "2026-11-25T12:00:00.000Z"), tombstone(3, "2026-11-25T11:00:00.000Z"),
                tombstone(5, "2026-11-25T12:00:00.000Z"));
        files().write(4564, NEXT_DAY, "b", row(2, "back", "2026-11-26T11:00:00.000Z"));

        assertEquals(Map.of(2L, "back", 4L, "a"), comments(4564), "3 was deleted in the same millisecond");
    }

    @Test
    void rowsOfTwoLocationsAreSeparate() {
        files().write(4564, DAY, "a", row(1, "a", "2026-11-25T11:00:00.000Z"));
        files().write(4565, DAY, "a", row(1, "b", "2026-11-25T12:00:00.000Z"), tombstone(2, "2026-11-25T12:00:00.000Z"));

        assertEquals(Map.of(1L, "a"), comments(4564));
        assertEquals(Map.of(1L, "b"), comments(4565));
    }

    @Test
    void missingFieldsAndRelationsAreNull() {
        files().write(4564, DAY, "a", "{\"id\":1,\"exported_at\":\"2026-11-25T11:00:00.000Z\"}",
                "{\"id\":2,\"good\":null,\"amount\":null,\"client\":null,\"exported_at\":\"2026-11-25T11:00:00.000Z\"}",
                "{\"id\":3,\"good\":{\"id\":7},\"client\":{\"name\":\"No id\"},\"exported_at\":\"2026-11-25T11:00:00.000Z\"}");

        Map<Long, Map<String, Object>> rows = files().transactions(4564);
        for (long id : List.of(1L, 2L)) {
            Map<String, Object> row = new HashMap<>(rows.get(id));
            row.keySet().removeAll(List.of("location_id", "id", "exported_at"));
            row.values().forEach(value -> assertEquals(null, value, () -> "row " + id + ": " + row));
        }
        Map<String, Object> good = new HashMap<>(Map.of("id", 7L));
        good.put("title", null);
        assertEquals(good, rows.get(3L).get("good"));
        assertEquals("No id", ((Map<?, ?>) rows.get(3L).get("client")).get("name"));
    }

    @Test
    void unreadValuesAreNullAndFound() {
        files().write(4564, DAY, "a", "{\"id\":1,\"amount\":null,\"cost\":2.50,\"good\":null,\"exported_at\":\"2026-11-25T11:00:00.000Z\","
                + "\"unread\":{\"amount\":\"1,5\",\"good\":{\"id\":\"x\",\"list\":[1,{}]},\"create_date\":\"2026-99-01\"}}",
                row(2, "read", "2026-11-25T11:00:00.000Z"));

        Map<String, Object> row = files().transactions(4564).get(1L);
        assertEquals(null, row.get("amount"));
        assertEquals(new BigDecimal("2.5"), row.get("cost"));
        List<Map<String, Object>> unread = files().query(ExportSql.statement("unread"));
        assertEquals(List.of(1L), unread.stream().map(found -> found.get("id")).toList());
        assertTrue(unread.get(0).get("unread").toString().contains("\"1,5\""), unread::toString);
    }

    @Test
    void anyDecimalIsReadFromItsDigits() {
        Random random = new Random(7);
        Map<Long, BigDecimal> expected = IntStream.rangeClosed(1, 2000).boxed().collect(Collectors.toMap(id -> (long) id,
                id -> new BigDecimal(new BigInteger(86, random), random.nextInt(13)).negate()));
        files().write(4564, DAY, "a", expected.entrySet().stream().map(row -> "{\"id\":" + row.getKey() + ",\"amount\":"
                + row.getValue().toPlainString() + ",\"exported_at\":\"2026-11-25T11:00:00.000Z\"}").toArray(String[]::new));

        files().transactions(4564).forEach((id, row) -> assertEquals(expected.get(id).stripTrailingZeros(), row.get("amount")));
    }

    @Test
    void manyVersionsInRandomOrderAreOneRowEach() {
        Random random = new Random(1);
        Map<Long, String> newest = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (int time = 100; time < 999; time++) {
            long id = random.nextInt(200);
            String exportedAt = "2026-11-25T11:00:00." + time + "Z";
            if (random.nextInt(5) == 0) {
                lines.add(tombstone(id, exportedAt));
                newest.remove(id);
            } else {
                lines.add(row(id, "at " + time, exportedAt));
                newest.put(id, "at " + time);
            }
        }
        Collections.shuffle(lines, random);
        for (int file = 0; file < 10; file++) {
            files().write(4564, "2026-11-" + (10 + random.nextInt(15)), "file-" + file,
                    lines.subList(file * 89, file * 89 + (file == 9 ? lines.size() - 801 : 89)).toArray(String[]::new));
        }

        assertEquals(newest, comments(4564));
    }

    @Test
    void aFolderWithoutFilesHasNoRows() {
        assertEquals(List.of(), files().transactions());
    }

    @Test
    void theSalesAreSummedExactly() {
        files().write(4564, DAY, "a", sale(1, "-0.1", "0.10"), sale(2, "-0.2", "0.20"), sale(3, "-1", "10000000000000000.01"));

        assertEquals(List.of(Map.of("good_id", 7L, "good", "Soap", "sold", new BigDecimal("1.3"), "revenue",
                new BigDecimal("10000000000000000.31"))), files().query(ExportSql.statement("sales")));
    }

    @Test
    void theCsvIsForASpreadsheet() throws IOException {
        Path csv = folder.resolve("transactions.csv");
        files().write(4564, DAY, "a", FULL.replace("99999999999999999999999999.999999999999", "10.98")
                .replaceFirst("\"comment\":.*?,\"loy", "\"comment\":\"=1+1\",\"loy").replace("-123456789012.123456789012", "-2.75"));

        files().query(ExportSql.statement("csv").replace("target/transactions.csv", csv.toString()));

        assertEquals(List.of("id;create_date;type;good;storage;amount;cost;client;phone;comment",
                "9223372036854775807;2026-11-20T19:06:00;Verkauf von Gütern;Сапун с лавандула;Größeres Lager;-2,750;10,98;"
                        + "\"Ana \"\"Ä\"\" Petrova\";'+359880005001;'=1+1"),
                Files.readAllLines(csv));
    }

    /** Athena cannot run here. Its table has the same columns as DuckDB's view, with corresponding types. */
    @Test
    void athenaAndDuckDbHaveTheSameColumns() {
        String athena = ExportSql.statement("athena");
        String columns = athena.substring(athena.indexOf('(') + 1, athena.indexOf("\n)"))
                .replaceAll("STRUCT<(.*?)>", "{$1}").replace("`", "").replace("STRING", "VARCHAR").replaceAll("\\s*:\\s*", " ");
        String duckDb = ExportSql.statement("duckdb");
        String types = duckDb.substring(duckDb.indexOf("'{") + 2, duckDb.indexOf("}')"))
                .replaceAll("[\"]", "").replaceAll("\\s*:\\s*", " ").replaceAll(",\\s+unread JSON", "");

        assertEquals(normalized(columns), normalized(types));
    }

    @Test
    void thePartitionsAreTheFoldersOfTheNames() {
        Matcher template = Pattern.compile("'storage.location.template' = 's3://my-bucket/(.*)'")
                .matcher(ExportSql.statement("athena"));
        assertTrue(template.find());
        files().write(4564, DAY, "a", row(1, "a", "2026-11-25T11:00:00.000Z"));

        assertTrue(Files.isDirectory(folder.resolve(template.group(1).replace("${location_id}", "4564").replace("${date}", DAY))));
        assertEquals(DAY, files().versions().get(0).get("date"));
    }

    @Test
    void aStatementThatIsNotInTheDocumentIsNamed() {
        assertNotNull(assertThrows(IllegalArgumentException.class, () -> ExportSql.statement("none")).getMessage());
    }

    private ExportedFiles files() {
        return new ExportedFiles(folder);
    }

    private Map<Long, Object> comments(long location) {
        Map<Long, Object> comments = new HashMap<>();
        files().transactions(location).forEach((id, row) -> comments.put(id, row.get("comment")));
        return comments;
    }

    private static String row(long id, String comment, String exportedAt) {
        return "{\"id\":" + id + ",\"last_change_date\":\"2026-11-20T19:06:00\",\"comment\":\"" + comment + "\",\"exported_at\":\""
                + exportedAt + "\"}";
    }

    private static String changed(long id, String comment, String changed) {
        return row(id, comment, "2026-11-25T11:00:00.000Z").replace("2026-11-20T19:06:00", changed);
    }

    private static String sale(long id, String amount, String cost) {
        return "{\"id\":" + id + ",\"type_id\":1,\"good\":{\"id\":7,\"title\":\"Soap\"},\"amount\":" + amount + ",\"cost\":" + cost
                + ",\"create_date\":\"2026-11-20T19:06:00\",\"exported_at\":\"2026-11-25T11:00:00.000Z\"}";
    }

    private static String tombstone(long id, String exportedAt) {
        return "{\"id\":" + id + ",\"deleted\":true,\"exported_at\":\"" + exportedAt + "\"}";
    }

    private static List<String> normalized(String columns) {
        return Arrays.stream(columns.strip().split(",\n")).map(column -> column.replaceAll("\\s+", " ").strip()).toList();
    }
}
