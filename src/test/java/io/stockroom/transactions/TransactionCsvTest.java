package io.stockroom.transactions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.altegio.AltegioObjects;
import io.stockroom.lists.CsvDialect;
import io.stockroom.lists.CsvFormat;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionCsvTest {

    private static final String HEADER = "id,document_id,type_id,type,good_id,good_title,storage_id,storage_title,unit_id,unit_title,"
            + "unit_short_title,operation_unit_type,amount,create_date,"
            + "last_change_date,cost_per_unit,cost,discount,master_id,master_title,supplier_id,supplier_title,"
            + "record_id,service_id,service_title,client_id,client_name,client_phone,comment\r\n";

    private final CsvFormat<Transaction> comma = TransactionCsv.format(CsvDialect.COMMA, true);
    private final CsvFormat<Transaction> semicolon = TransactionCsv.format(CsvDialect.SEMICOLON, true);

    @Test
    void columnsAreAltegiosFieldsWithFlattenedRelations() {
        Map<String, Object> row = new HashMap<>(Map.of("id", "7", "document_id", 8, "type_id", 1, "type", "Sale of goods",
                "good", Map.of("id", 3001, "title", "Argan, 250 ml"), "storage", Map.of("id", 101, "title", "Shop"),
                "unit", Map.of("id", 1, "title", "piece", "short_title", "pc"), "operation_unit_type", 1,
                "amount", new BigDecimal("-1.250"), "create_date", "2026-11-23 10:00:00"));
        row.putAll(Map.of("last_change_date", "2026-11-23T10:00:00-0500", "cost_per_unit", "14.90", "cost", "0.00", "discount", 0,
                "master", Map.of("id", 201, "title", "Борис"), "supplier", List.of(), "record_id", 0, "service", List.of(),
                "clients", Map.of("id", 5001, "name", "Ana", "phone", "+359880005001"), "loyalty_certificate_id", "1"));
        row.put("comment", "he said \"ok\"");

        assertEquals(HEADER, text(comma.head()));
        assertEquals("7,8,1,Sale of goods,3001,\"Argan, 250 ml\",101,Shop,1,piece,pc,1,-1.250,2026-11-23T10:00:00,"
                + "2026-11-23T10:00:00-05:00,"
                + "14.90,0.00,0,201,Борис,,,,,,5001,Ana,'+359880005001,\"he said \"\"ok\"\"\"\r\n",
                text(comma.row(Transaction.from(AltegioObjects.of(row)))));
    }

    @Test
    void absentValueIsAnEmptyCell() {
        assertEquals(",".repeat(28) + "\r\n", text(comma.row(Transaction.from(AltegioObjects.of(Map.of())))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "=1+1|'=1+1", "@SUM(A1)|'@SUM(A1)", "-10 %|'-10 %", "+1|'+1", "a=b|a=b", "'quoted|'quoted"})
    void escapesTextThatWouldBeAFormula(String comment, String cell) {
        assertTrue(text(comma.row(Transaction.from(AltegioObjects.of(Map.of("comment", comment))))).endsWith("," + cell + "\r\n"));
    }

    @Test
    void escapesFormulasThatBeginWithWhiteSpace() {
        assertTrue(comment("\t=1").endsWith(",\"'\t'=1\"\r\n"));
        assertTrue(comment("\r=1").endsWith(",\"'\r'=1\"\r\n"));
        assertTrue(comment("\n=1").endsWith(",\"'\n'=1\"\r\n"));
    }

    @Test
    void semicolonVariantBeginsWithByteOrderMark() {
        assertEquals('\ufeff' + HEADER.replace(',', ';'), text(semicolon.head()));
        assertTrue(text(semicolon.row(Transaction.from(AltegioObjects.of(Map.of("comment", "a;b"))))).endsWith(";\"a;b\"\r\n"));
        assertTrue(text(semicolon.row(Transaction.from(AltegioObjects.of(Map.of("comment", "a,b"))))).endsWith(";\"a,b\"\r\n"));
    }

    @Test
    void laterPartHasNoHeader() {
        assertEquals("", text(TransactionCsv.format(CsvDialect.SEMICOLON, false).head()));
        assertEquals("text/csv; charset=utf-8; header=absent", TransactionCsv.format(CsvDialect.COMMA, false).mediaType());
        assertEquals("text/csv; charset=utf-8; header=present", comma.mediaType());
    }

    @Test
    void writesLargeExponentsInScientificNotation() {
        assertTrue(text(comma.row(Transaction.from(AltegioObjects.of(Map.of("amount", "1e999999999"))))).contains(",1E+999999999,"));
        assertTrue(text(comma.row(Transaction.from(AltegioObjects.of(Map.of("amount", "1e3"))))).contains(",1000,"));
    }

    private String comment(String comment) {
        return text(comma.row(Transaction.from(AltegioObjects.of(Map.of("comment", comment)))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
