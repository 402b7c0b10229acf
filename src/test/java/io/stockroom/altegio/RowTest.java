package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Test
    void numbersMayComeInQuotes() {
        Row row = row("{'id': '17', 'cost': '0.00', 'amount': -1.25, 'discount': 10, 'for_sale': true, 'weight': ''}");

        assertEquals(17L, row.id("id"));
        assertEquals(new BigDecimal("0.00"), row.number("cost"));
        assertEquals(new BigDecimal("-1.25"), row.number("amount"));
        assertEquals(BigDecimal.TEN, row.number("discount"));
        assertEquals(BigDecimal.ONE, row.number("for_sale"));
        assertNull(row.number("weight"));
        assertNull(row.number("missing"));
    }

    @Test
    void anAbsentIdIsZeroNullOrAnEmptyArray() {
        Row row = row("{'a': 0, 'b': '0', 'c': null, 'd': []}");

        assertNull(row.id("a"));
        assertNull(row.id("b"));
        assertNull(row.id("c"));
        assertNull(row.id("d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "''", "{}", "{'id': 0, 'title': ''}", "0"})
    void anAbsentRelationHasManyFaces(String face) {
        assertNull(row("{'good': " + face + "}").reference("good"));
    }

    @Test
    void aRelationKeepsTheMembersThatNobodyKnows() {
        Reference unit = row("{'unit': {'id': '216', 'title': 'Piece', 'short_title': 'pcs', 'scale': 0.10}}").reference("unit");

        assertEquals(new Reference(216L, "Piece", Map.of("short_title", "pcs", "scale", new BigDecimal("0.10"))), unit);
    }

    @Test
    void aRelationUnderTwoNamesIsTheOneThatIsThere() {
        assertEquals(3L, row("{'client': [], 'clients': {'id': 3, 'name': 'Ann'}}").reference("client", "clients").id());
        assertEquals(3L, row("{'client': {'id': 3}, 'clients': []}").reference("client", "clients").id());
    }

    @Test
    void aTitleStandsAloneOrInItsObject() {
        assertEquals("Продажа", row("{'type': 'Продажа'}").title("type"));
        assertEquals("Sale", row("{'type': {'id': 1, 'title': 'Sale'}}").title("type"));
    }

    @Test
    void allThreeFormsOfADateAreRead() {
        Row row = row("{'a': '2026-09-21T23:00:00.000-05:00', 'b': '2026-12-21T19:08:00-0500', 'c': '2017-04-25 21:50:01',"
                + " 'd': '0000-00-00 00:00:00', 'e': ''}");

        assertEquals(OffsetDateTime.parse("2026-09-21T23:00:00-05:00"), row.timestamp("a"));
        assertEquals(OffsetDateTime.parse("2026-12-21T19:08:00-05:00"), row.timestamp("b"));
        assertEquals(LocalDateTime.parse("2017-04-25T21:50:01"), row.timestamp("c"));
        assertNull(row.timestamp("d"));
        assertNull(row.timestamp("e"));
    }

    @Test
    void whatIsLeftAreTheUnknownMembersUnchanged() {
        Row row = row("{'id': 1, 'b': null, 'a': {'x': [1, 2.50]}}");
        row.id("id");

        assertEquals(List.of("b", "a"), List.copyOf(row.others().keySet()));
        assertEquals(Map.of("x", List.of(1, new BigDecimal("2.50"))), row.others().get("a"));
    }

    @Test
    void aRelationMayBeAListOfOneANumberOrATitle() {
        assertEquals(5L, row("{'clients': [{'id': 5, 'name': 'Ana'}]}").reference("client", "clients").id());
        assertEquals(301L, row("{'supplier': 301}").reference("supplier").id());
        assertEquals("Rose", row("{'supplier': 'Rose'}").reference("supplier").title());
    }

    @Test
    void aLenientRowHasNothingWhereNonsenseIs() {
        Row row = row("{'id': 'seventeen', 'create_date': 'soon', 'document': {'number': {}}, 'lines': 5, 'amount': 2}").lenient();

        assertNull(row.id("id"));
        assertNull(row.timestamp("create_date"));
        assertNull(row.row("document").orElseThrow().number("number"));
        assertEquals(List.of(), row.rows("lines"));
        assertEquals(new BigDecimal("2"), row.number("amount"));
    }

    @Test
    void nonsenseIsNamed() {
        Row row = row("{'id': 'seventeen', 'cost': {}, 'create_date': 'soon', 'transactions': 'none', 'document_id': 1.5,"
                + " 'comment': ['x'], 'supplier': [1, 2]}");

        assertNamed("id", () -> row.id("id"));
        assertNamed("cost", () -> row.number("cost"));
        assertNamed("create_date", () -> row.timestamp("create_date"));
        assertNamed("transactions", () -> row.rows("transactions"));
        assertNamed("document_id", () -> row.id("document_id"));
        assertNamed("comment", () -> row.text("comment"));
        assertNamed("supplier", () -> row.reference("supplier"));
    }

    private static void assertNamed(String name, Runnable reading) {
        AltegioFailure failure = assertThrows(AltegioFailure.Unreadable.class, reading::run);
        assertTrue(failure.getMessage().contains(name + " is not"), failure.getMessage());
    }

    private static Row row(String json) {
        try {
            return Row.of(JSON.readValue(json.replace('\'', '"'), Object.class)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
