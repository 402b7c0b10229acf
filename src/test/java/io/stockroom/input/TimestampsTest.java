package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Test
    void readsAllThreeFormats() {
        assertEquals(OffsetDateTime.parse("2026-09-21T23:00:00-05:00"), Timestamps.parse("2026-09-21T23:00:00.000-05:00"));
        assertEquals(OffsetDateTime.parse("2026-12-21T19:08:00-05:00"), Timestamps.parse("2026-12-21T19:08:00-0500"));
        assertEquals(LocalDateTime.parse("2017-04-25T21:50:01"), Timestamps.parse("2017-04-25 21:50:01"));
        assertEquals(OffsetDateTime.parse("2026-12-21T19:08:00Z"), Timestamps.parse("2026-12-21T19:08:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-09-21", "21.09.2026 10:00", "2026-02-30 10:00:00", "2026-09-21T25:00:00", "2026-09-21  10:00:00",
            "2026-09-2110:00:00", "2026-09-21T10:00:00+99:00", "1790000000"})
    void rejectsOtherText(String text) {
        assertThrows(DateTimeParseException.class, () -> Timestamps.parse(text));
    }
}
