package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"7,7", "' 7 ',7", "007,7", "5.0,5", "5.25,5.25", "0,1", "0.2,1", "7s,7", "120 seconds,120",
            "99999999999999999999999,86400"})
    void readsSeconds(String header, String seconds) {
        assertEquals(wait(seconds), read(Map.of("Retry-After", header)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Thu, 26 Nov 2026 03:00:17 GMT|17", "Thursday, 26-Nov-26 03:00:17 GMT|17",
            "Thu Nov 26 03:00:17 2026|17",
            "Tue Dec  1 03:00:00 2026|86400", "thu, 26 nov 2026 03:00:17 gmt|17", "Mon, 26 Nov 2026 03:00:17 GMT|17",
            "26 Nov 2026 03:00:17 UTC|17", "Thu, 26 Nov 2026 03:00:17 +0000|17", "2026-11-26T03:00:17Z|17", "2026-11-26T05:00:17+02:00|17",
            "Thu, 26 Nov 2026 02:59:00 GMT|1", "Sunday, 06-Nov-94 08:49:37 GMT|1", "Sun Nov  6 08:49:37 1994|1",
            "Sat, 26 Nov 2270 03:00:17 GMT|86400", "Thu, 26 Nov 2026 03:00:60 GMT|59"})
    void readsDates(String header, String seconds) {
        assertEquals(wait(seconds), read(Map.of("Retry-After", header)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Thu, 26 Nov 2026 02:00:00 GMT|17", "Thu Nov 26 02:00:00 2026|17", "not a date|1"})
    void comparesWithTheDateOfTheResponse(String date, String seconds) {
        assertEquals(wait(seconds), read(Map.of("Retry-After", "Thu, 26 Nov 2026 02:00:17 GMT", "date", date)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "soon", "5,0", "1e3", "Thu, 32 Nov 2026 03:00:17 GMT", "Thu, 26 Nox 2026 03:00:17 GMT",
            "2026-11-26T03:00:17", "Thu, 26 Nov 2026 25:00:17 GMT", "Thu, 26 Nov 2026 03:00:17 EST"})
    void ignoresAnythingElse(String header) {
        assertEquals(Optional.empty(), read(Map.of("Retry-After", header)));
    }

    @Test
    void isAbsentWithoutTheHeader() {
        assertEquals(Optional.empty(), read(Map.of()));
    }

    private static Optional<Duration> read(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return RetryAfter.inHeader(new RawResponse(503, all, new byte[0]), NOW);
    }

    private static Optional<Duration> wait(String seconds) {
        return Optional.of(Duration.parse("PT" + seconds + "S"));
    }
}
