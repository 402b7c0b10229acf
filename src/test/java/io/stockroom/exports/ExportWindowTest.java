package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWindowTest {

    private static final ExportWindow WINDOW = new ExportWindow(Instant.parse("2026-11-25T23:00:00.900Z"),
            Instant.parse("2026-11-26T00:00:00.900Z"));

    @Test
    void itsNameFollowsFromItsTimes() {
        assertEquals("20261125T230000Z-20261126T000000Z", WINDOW.name());
        assertEquals("start-20261126T000000Z", new ExportWindow(null, WINDOW.to()).name());
        assertEquals(LocalDate.of(2026, 11, 26), WINDOW.date());
        assertEquals("transactions/location_id=4564/date=2026-11-26/20261125T230000Z-20261126T000000Z-0001.ndjson.gz",
                ObjectNames.ofWindow(4564, WINDOW, 1));
    }

    /** Whether Altegio respects an offset is not known, so that none is sent, and the range has room for each time zone. */
    @Test
    void theRangeForAltegioContainsTheWindowInEachTimeZone() {
        assertEquals(Map.of("changed_after", "2026-11-25T11:00:00", "changed_before", "2026-11-26T14:00:00"),
                WINDOW.range().parameters());
        assertEquals(Map.of("changed_before", "2026-11-26T14:00:00"), new ExportWindow(null, WINDOW.to()).range().parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T23:00:00Z", "2026-11-25T18:30:00-05:00", "2026-11-25T23:59:59.999Z"})
    void containsTimesFromItsBeginningUpToItsEnd(String time) {
        assertTrue(WINDOW.mayContain(OffsetDateTime.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T22:59:59.999Z", "2026-11-26T00:00:00Z", "2026-11-26T00:30:00+00:00"})
    void doesNotContainOtherTimes(String time) {
        assertFalse(WINDOW.mayContain(OffsetDateTime.parse(time)));
    }

    /** At 14 hours east of UTC, a window from 23 to 0 o'clock UTC is from 13 to 14 o'clock of the next day; 12 hours west, from 11. */
    @Test
    void mayContainALocalTimeOfAnyTimeZone() {
        assertTrue(WINDOW.mayContain(LocalDateTime.parse("2026-11-25T11:00:00")));
        assertTrue(WINDOW.mayContain(LocalDateTime.parse("2026-11-26T13:59:59")));
        assertFalse(WINDOW.mayContain(LocalDateTime.parse("2026-11-25T10:59:59")));
        assertFalse(WINDOW.mayContain(LocalDateTime.parse("2026-11-26T14:00:00")));
    }

    @Test
    void mayContainARowWithoutAReadableTime() {
        assertTrue(WINDOW.mayContain(null));
    }

    @Test
    void theFirstOneBeginsWithTheFirstTransaction() {
        assertTrue(new ExportWindow(null, WINDOW.to()).mayContain(OffsetDateTime.parse("1970-01-01T00:00:00Z")));
    }
}
