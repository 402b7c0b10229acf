package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private final Input request = Input.ofPath(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"order-1|order-1", "\"order-1\"|order-1", "\"a \\\" b \\\\ c\"|a \" b \\ c", "\"|\"", "a b|a b"})
    void keysComeQuotedOrBare(String header, String key) {
        assertEquals(key, read(header));
        assertEquals(key, read(Key.quoted(key)));
        request.refuseFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "   ", "ключ", "tab\there", "nul\u0000"})
    void otherTextIsNoKey(String header) {
        read(header);
        assertEquals("Idempotency-Key must be 1 to 255 printable ASCII characters",
                assertThrows(InvalidInput.class, request::refuseFaults).getMessage());
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertEquals(255, read("k".repeat(255)).length());
        request.refuseFaults();
        read("k".repeat(256));
        assertThrows(InvalidInput.class, request::refuseFaults);
    }

    @Test
    void withoutAHeaderAKeyIsMade() {
        assertNotEquals(Key.valueOf(request.query(Map.of()).member(Key.HEADER)), Key.valueOf(request.query(Map.of()).member(Key.HEADER)));
    }

    private String read(String header) {
        return Key.valueOf(request.query(Map.of(Key.HEADER, header)).member(Key.HEADER));
    }
}
