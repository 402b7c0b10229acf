package io.stockroom.goods;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupCursorTest {

    @Test
    void readsCursorAsItWasWritten() {
        LookupCursor cursor = new LookupCursor(99, 999_999_999_999_999_999L);

        assertEquals(Optional.of(cursor), LookupCursor.of(cursor.text(), 100));
        assertEquals(Optional.empty(), LookupCursor.of(cursor.text(), 99), "beyond the last value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t1:1", "t1:01:0", "t1:100:0", "t1:1:-1", "t2:1:0", "1:1:0", "t1:1:0:0", "t1:1:1234567890123456789"})
    void rejectsInvalidContent(String content) {
        assertEquals(Optional.empty(),
                LookupCursor.of(Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(US_ASCII)), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "dDE6MTow=", "€"})
    void rejectsOtherEncodings(String text) {
        assertEquals(Optional.empty(), LookupCursor.of(text, 100));
    }
}
