package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.Marker;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    private final Input request = Input.ofParameters(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"order-1|order-1", "\"order-1\"|order-1",
            "\"a \\\" b \\\\ c\"|a \" b \\ c", "a b|a b"})
    void acceptsQuotedAndBareKeys(String header, String key) {
        assertEquals(key, read(header));
        assertEquals(key, read(IdempotencyKey.quoted(key)));
        request.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "   ", "ключ", "tab\there", "nul\u0000"})
    void rejectsEmptyAndNonPrintableKeys(String header) {
        read(header);
        assertEquals("Idempotency-Key must be 1 to 255 printable ASCII characters",
                assertThrows(InvalidInputException.class, request::throwIfInvalid).getMessage());
    }

    @Test
    void limitsKeysTo255Characters() {
        assertEquals(255, read("k".repeat(255)).length());
        request.throwIfInvalid();
        read("k".repeat(256));
        assertThrows(InvalidInputException.class, request::throwIfInvalid);
    }

    @Test
    void generatesKeyIfHeaderIsMissing() {
        assertNotEquals(IdempotencyKey.valueOf(request.query(Map.of()).field(IdempotencyKey.HEADER)),
                IdempotencyKey.valueOf(request.query(Map.of()).field(IdempotencyKey.HEADER)));
    }

    @Test
    void markerIsStableForAKeyAndDiffersBetweenKeys() {
        Marker marker = new IdempotencyKey(4564, "order-1001").marker();

        assertEquals("[sr:b5ec7a5e3a2cf6ae]".length(), marker.text().length());
        assertEquals(marker, new IdempotencyKey(4564, "order-1001").marker());
        assertNotEquals(marker, new IdempotencyKey(4565, "order-1001").marker());
        assertNotEquals(marker, new IdempotencyKey(4564, "order-1002").marker());
    }

    @Test
    void aCopiedMarkerNeverIdentifiesAnotherKey() {
        Marker marker = new IdempotencyKey(4564, "order-1001").marker();
        String copied = new IdempotencyKey(4564, "order-1002").marker().markedIn("Copy of order 1002");

        assertEquals(Optional.of(marker), Marker.in(marker.markedIn(copied)));
    }

    private String read(String header) {
        return IdempotencyKey.valueOf(request.query(Map.of(IdempotencyKey.HEADER, header)).field(IdempotencyKey.HEADER));
    }
}
