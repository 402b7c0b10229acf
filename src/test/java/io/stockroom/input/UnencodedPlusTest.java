package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plus in a query that is not percent-encoded arrives as a space: in each format of a timestamp it is read as a plus. */
class UnencodedPlusTest {

    private final Input path = Input.ofParameters(Map.of());

    static List<String> timestamps() {
        List<String> texts = new ArrayList<>();
        for (String separator : List.of("T", " ")) {
            for (String time : List.of("10:00", "10:00:00", "10:00:00.0", "10:00:00.000", "10:00:00.123456789")) {
                for (String offset : List.of("+02:00", "+0200", "+02", "+05:30", "+00:00", "+18:00")) {
                    texts.add("2026-11-20" + separator + time + offset);
                }
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("timestamps")
    void readsASpaceBeforeTheOffsetAsAPlus(String text) {
        OffsetDateTime expected = (OffsetDateTime) Timestamps.parse(text);

        assertEquals(expected, read(text));
        assertEquals(expected, read(text.replace('+', ' ')));
        assertDoesNotThrow(path::throwIfInvalid);
    }

    @Test
    void readsTheSameMomentInEachFormat() {
        for (String text : List.of("2026-11-20T10:00:00.000 02:00", "2026-11-20T10:00 0200", "2026-11-20 10:00:00 02",
                "2026-11-20T08:00:00Z", "2026-11-20T06:00:00-02")) {
            assertEquals(OffsetDateTime.parse("2026-11-20T10:00:00+02:00").toInstant(), ((OffsetDateTime) read(text)).toInstant(), text);
        }
    }

    @Test
    void aSpaceBetweenDateAndTimeIsNoPlus() {
        assertEquals(LocalDateTime.parse("2026-11-20T10:00"), read("2026-11-20 10:00"));
        assertEquals(LocalDateTime.parse("2026-11-20T10:00:00"), read("2026-11-20 10:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20  10:00", "2026-11-20 02", "2026-11-20T10:00:00  02:00", "2026-11-20T10:00:00 2",
            "2026-11-20T10:00:00 02:0", "2026-11-20T10:00:00 99:00", "2026-11-20T10:00:00+02 02", "2026-11-20T10:00:00 +02:00",
            "2026-11-20T10:00:00 ٠٢"})
    void rejectsOtherSpaces(String text) {
        assertNull(read(text));
        assertThrows(InvalidInputException.class, path::throwIfInvalid);
    }

    private Object read(String text) {
        return path.query(Map.of("changed_after", text)).field("changed_after").timestamp();
    }
}
