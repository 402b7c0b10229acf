package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.AltegioObjects;
import io.stockroom.altegio.NamedReference;
import io.stockroom.operations.Booking.BookedTransaction;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingCompletionTest {

    private static final Map<String, ?> DOCUMENT = Map.of("id", 7, "storage_id", 101, "company_id", 4564, "storage",
            Map.of("id", 101, "title", "Shop floor"));

    @Test
    void idsOfALineBecomeRelations() {
        BookedTransaction line = completed(1, List.of(sent(3001, 5001L)), Map.of("id", 1, "good_id", 3001, "unit_id", 2, "storage_id", 101,
                "client_id", 5001, "supplier_id", 301, "master_id", 201));

        assertEquals(Arrays.asList(reference(3001), reference(2), reference(5001), reference(301), reference(201)),
                Arrays.asList(line.good(), line.unit(), line.client(), line.supplier(), line.master()));
        assertEquals(new NamedReference(101L, "Shop floor", Map.of()), line.storage());
        assertEquals(List.of(7L, 4564L, 1L), List.of(line.documentId(), line.companyId(), line.typeId()));
    }

    @Test
    void whatALineLacksIsThatOfTheOperation() {
        BookedTransaction line = completed(1, List.of(sent(3001, 5001L), sent(3002, 5002L)), Map.of("id", 1, "good_id", 3002));

        assertEquals(reference(5002), line.client());
        assertEquals(5002L, line.clientId());
        assertEquals(reference(201), line.master());
        assertEquals(101L, line.storageId());
    }

    @Test
    void whatAltegioReturnsHasPrecedence() {
        BookedTransaction line = completed(1, List.of(sent(3001, 5001L)),
                Map.of("id", 1, "good_id", 3001, "client_id", 0, "master", List.of(),
                        "storage_id", 102, "type_id", 0));

        assertNull(line.client());
        assertNull(line.clientId());
        assertNull(line.master());
        assertNull(line.masterId());
        assertEquals(reference(102), line.storage());
        assertEquals(0L, line.typeId());
    }

    @Test
    void nothingIsGuessed() {
        BookedTransaction line = completed(1, List.of(sent(3001, 5001L), sent(3001, 5002L)), Map.of("id", 1, "good_id", 3001));
        assertNull(line.client());

        BookedTransaction moved = completed(5, List.of(sent(3001, null)), Map.of("id", 1, "good_id", 3001));
        assertNull(moved.storageId());
        assertNull(moved.storage());
    }

    @Test
    void rowsOfASearchHaveTheTitles() {
        Booking booking = BookingCompletion.withRows(booking(Map.of("id", 1, "good_id", 3001, "client_id", 5001)), List.of(
                row(2, Map.of("id", 3009, "title", "Other")),
                AltegioObjects.of(Map.of("id", "1", "type", "Sale of goods", "good", Map.of("id", 3001, "title", "Shampoo"), "clients",
                        Map.of("id", 5001, "name", "Ana")))));

        BookedTransaction line = completed(1, List.of(sent(3001, 5001L)), booking);
        assertEquals(new NamedReference(3001L, "Shampoo", Map.of()), line.good());
        assertEquals(new NamedReference(5001L, null, Map.of("name", "Ana")), line.client());
        assertEquals(new NamedReference(1L, "Sale of goods", Map.of()), line.type());
    }

    @Test
    void aRowForAnotherGoodChangesNothing() {
        Booking booking = BookingCompletion.withRows(booking(Map.of("id", 1, "good_id", 3001, "good", Map.of("id", 3001))),
                List.of(row(1, Map.of("id", 3002, "title", "Other"))));

        assertEquals(reference(3001), booking.transactions().get(0).good());
    }

    private static AltegioObject row(long id, Map<String, ?> good) {
        return AltegioObjects.of(Map.of("id", id, "good", good));
    }

    private static NamedReference reference(long id) {
        return new NamedReference(id, null, Map.of());
    }

    private static Booking booking(Map<String, ?> line) {
        return Booking.from(AltegioObjects.of(new HashMap<>(Map.of("document", DOCUMENT, "transactions", List.of(line)))));
    }

    private static BookedTransaction completed(int type, List<OperationLine> lines, Map<String, ?> line) {
        return completed(type, lines, booking(line));
    }

    private static BookedTransaction completed(int type, List<OperationLine> lines, Booking booking) {
        Operation operation = new Operation(type, OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), 101L, 201L, null, null, null, lines);
        return BookingCompletion.of(booking, operation).transactions().get(0);
    }

    private static OperationLine sent(long good, Long client) {
        return new OperationLine(good, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN, 1, null, client, null, null, null,
                null,
                null);
    }
}
