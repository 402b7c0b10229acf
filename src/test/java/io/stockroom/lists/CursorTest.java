package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsCursorAsItWasWritten() {
        Cursor cursor = new Cursor(9_999_999, 1000, 1_000_000,
                List.of(999_999_999_999_999_999L, 2L, 3L, 4L, 5L, 6L, 7L, 999_999_999_999_999_998L));

        assertEquals(Optional.of(cursor), Cursor.of(cursor.text()));
        assertTrue(cursor.text().length() <= Cursor.MAX_LENGTH);
        assertTrue(cursor.text().matches("[A-Za-z0-9_-]+"), cursor.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2:1:1:0:1", "1:0:1:0:1", "1:1:0:0:1", "1:1:1001:0:1", "1:99999999:1:0:1", "1:1:1::1",
            "1:1:1:10000000:1", "1:1:1:0:", "1:1:1:0:0",
            "1:1:1:0:1-", "1:1:1:0:1-2-3-4-5-6-7-8-9",
            "1:1:1:0:-1", "1:1:1:0:1234567890123456789", "1:1:1:0:1\n", "1:1:1:00:1", " 1:1:1:0:1", "1:1:1:0:1;drop",
            "1:1:1:0:\u00b2"})
    void rejectsInvalidContent(String content) {
        assertEquals(Optional.empty(), Cursor.of(Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(ISO_8859_1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "MQ", "MToxOjE6MDox=", "MToxOjE6MDoy\n", "€", "MToxOjE6MDox MToxOjE6MDox", "!!!!"})
    void rejectsOtherEncodings(String text) {
        assertEquals(Optional.empty(), Cursor.of(text));
    }
}
