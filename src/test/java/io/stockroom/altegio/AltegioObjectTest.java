package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
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

class AltegioObjectTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Test
    void readsNumbersInQuotes() {
        AltegioObject row = row("{'id': '17', 'cost': '0.00', 'amount': -1.25, 'discount': 10, 'for_sale': true, 'weight': ''}");

        assertEquals(17L, row.takeId("id"));
        assertEquals(new BigDecimal("0.00"), row.takeNumber("cost"));
        assertEquals(new BigDecimal("-1.25"), row.takeNumber("amount"));
        assertEquals(BigDecimal.TEN, row.takeNumber("discount"));
        assertEquals(BigDecimal.ONE, row.takeNumber("for_sale"));
        assertNull(row.takeNumber("weight"));
        assertNull(row.takeNumber("missing"));
    }

    @Test
    void absentIdIsZeroNullOrEmptyArray() {
        AltegioObject row = row("{'a': 0, 'b': '0', 'c': null, 'd': []}");

        assertNull(row.takeId("a"));
        assertNull(row.takeId("b"));
        assertNull(row.takeId("c"));
        assertNull(row.takeId("d"));
    }

    @Test
    void zeroIsAValueOfAWholeNumber() {
        AltegioObject row = row("{'type_id': 0, 'a': '0', 'b': []}");

        assertEquals(0L, row.takeWholeNumber("type_id"));
        assertEquals(0L, row.takeWholeNumber("a"));
        assertNull(row.takeWholeNumber("b"));
    }

    @Test
    void clientWithoutAnIdKeepsItsName() {
        assertEquals(new NamedReference(null, null, Map.of("name", "Walk-in")),
                row("{'client': {'id': 0, 'name': 'Walk-in'}}").takeClient());
        assertEquals(new NamedReference(null, null, Map.of("name", "", "phone", 359880005001L)),
                row("{'clients': {'id': 0, 'name': '', 'phone': 359880005001}}").takeClient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "''", "{}", "{'id': 0, 'title': ''}", "{'id': 0, 'name': '', 'phone': ' '}", "0"})
    void absentRelationHasSeveralRepresentations(String json) {
        assertNull(row("{'good': " + json + "}").takeReference("good"));
    }

    @Test
    void referenceKeepsUnknownFields() {
        NamedReference unit = row("{'unit': {'id': '216', 'title': 'Piece', 'short_title': 'pcs', 'scale': 0.10}}").takeReference("unit");

        assertEquals(new NamedReference(216L, "Piece", Map.of("short_title", "pcs", "scale", new BigDecimal("0.10"))), unit);
    }

    @Test
    void referenceWithTwoNamesIsThePresentOne() {
        assertEquals(3L, row("{'client': [], 'clients': {'id': 3, 'name': 'Ann'}}").takeReference("client", "clients").id());
        assertEquals(3L, row("{'client': {'id': 3}, 'clients': []}").takeReference("client", "clients").id());
    }

    @Test
    void readsTitleAloneOrInAnObject() {
        assertEquals("Продажа", row("{'type': 'Продажа'}").takeTitle("type"));
        assertEquals("Sale", row("{'type': {'id': 1, 'title': 'Sale'}}").takeTitle("type"));
    }

    @Test
    void readsAllThreeDateFormats() {
        AltegioObject row = row("{'a': '2026-09-21T23:00:00.000-05:00', 'b': '2026-12-21T19:08:00-0500', 'c': '2017-04-25 21:50:01',"
                + " 'd': '0000-00-00 00:00:00', 'e': ''}");

        assertEquals(OffsetDateTime.parse("2026-09-21T23:00:00-05:00"), row.takeTimestamp("a"));
        assertEquals(OffsetDateTime.parse("2026-12-21T19:08:00-05:00"), row.takeTimestamp("b"));
        assertEquals(LocalDateTime.parse("2017-04-25T21:50:01"), row.takeTimestamp("c"));
        assertNull(row.takeTimestamp("d"));
        assertNull(row.takeTimestamp("e"));
    }

    @Test
    void remainingFieldsAreTheUnknownOnesUnchanged() {
        AltegioObject row = row("{'id': 1, 'b': null, 'a': {'x': [1, 2.50]}}");
        row.takeId("id");

        assertEquals(List.of("b", "a"), List.copyOf(row.remaining().keySet()));
        assertEquals(Map.of("x", List.of(1, new BigDecimal("2.50"))), row.remaining().get("a"));
    }

    @Test
    void referenceMayBeAListOfOneANumberOrATitle() {
        assertEquals(5L, row("{'clients': [{'id': 5, 'name': 'Ana'}]}").takeReference("client", "clients").id());
        assertEquals(301L, row("{'supplier': 301}").takeReference("supplier").id());
        assertEquals("Rose", row("{'supplier': 'Rose'}").takeReference("supplier").title());
    }

    @Test
    void lenientObjectHasNoValueForInvalidFields() {
        AltegioObject row = row("{'id': 'seventeen', 'create_date': 'soon', 'document': {'number': {}}, 'lines': 5, 'amount': 2}")
                .lenient();

        assertNull(row.takeId("id"));
        assertNull(row.takeTimestamp("create_date"));
        assertNull(row.takeObject("document").orElseThrow().takeNumber("number"));
        assertEquals(List.of(), row.takeObjects("lines"));
        assertEquals(new BigDecimal("2"), row.takeNumber("amount"));
    }

    @Test
    void unreadFieldsAreKeptAsTheyAre() {
        AltegioObject row = row(
                "{'id': 1.5, 'cost': 'much', 'good': {'id': 'x', 'title': 'Soap', 'a': 1}, 'clients': [1, 2], 'type': {'title': {}},"
                        + " 'comment': ['[sr:0123456789abcdef] Gift'], 'storage': {'id': 101}}")
                .keepingUnread();

        assertNull(row.takeId("id"));
        assertNull(row.takeNumber("cost"));
        assertEquals(new NamedReference(null, "Soap", Map.of("id", "x", "a", 1)), row.takeReference("good"));
        assertNull(row.takeClient());
        assertNull(row.takeTitle("type"));
        assertNull(row.takeText("comment"));
        assertEquals(101L, row.takeReference("storage").id());
        assertEquals(
                Map.of("id", new BigDecimal("1.5"), "cost", "much", "client", List.of(1, 2), "type", Map.of("title", Map.of()), "comment",
                        List.of("Gift")),
                row.unread().values());
        assertEquals(List.of("id", "cost", "good.id", "client", "type", "comment"), row.unread().fields());
        assertEquals(Map.of(), row.remaining());
    }

    @Test
    void invalidFieldsAreNamed() {
        AltegioObject row = row("{'id': 'seventeen', 'cost': {}, 'create_date': 'soon', 'transactions': 'none', 'document_id': 1.5,"
                + " 'comment': ['x'], 'supplier': [1, 2]}");

        assertNamed("id", () -> row.takeId("id"));
        assertNamed("cost", () -> row.takeNumber("cost"));
        assertNamed("create_date", () -> row.takeTimestamp("create_date"));
        assertNamed("transactions", () -> row.takeObjects("transactions"));
        assertNamed("document_id", () -> row.takeId("document_id"));
        assertNamed("comment", () -> row.takeText("comment"));
        assertNamed("supplier", () -> row.takeReference("supplier"));
    }

    private static void assertNamed(String name, Runnable reading) {
        AltegioException failure = assertThrows(InvalidResponseException.class, reading::run);
        assertTrue(failure.getMessage().contains("field `" + name + "` has"), failure.getMessage());
    }

    private static AltegioObject row(String json) {
        try {
            return AltegioObject.of(JSON.readValue(json.replace('\'', '"'), Object.class)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
