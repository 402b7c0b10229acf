package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.input.Timestamps;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtOperationTest {

    private static final SoughtOperation SOUGHT = new SoughtOperation(101L, Timestamps.parse("2026-11-23T12:00:30+02:00"), List.of());

    /** Sent as 12:00:30+02:00; Altegio may have kept or ignored the offset, dropped the seconds, or stored the location's own time. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:30+02:00, '', true", "2026-11-23T10:00:30Z, '', true", "2026-11-23T12:00:30.000-05:00, '', true",
            "2026-11-23T12:00:00+0200, '', true", "2026-11-23 12:00:30, '', true", "2026-11-23 15:45:30, '', true",
            "2026-11-23 15:45:00, '', true", "2026-11-23 15:00:30, +05:00, true", "2026-11-23 15:00:30, '+01:00 +04:00', true",
            "2026-11-23 15:15:30, +05:00, false", "2026-11-23 12:15:30, +02:00, false", "2026-11-23 12:07:30, '', false",
            "2026-11-23T12:15:30+02:00, '', false", "2026-11-25 12:00:30, '', false", "2026-11-23 12:00:31, '', false"})
    void recognizesTheCreationTimeInAnyReading(String stored, String offsets, boolean expected) {
        Set<ZoneOffset> known = Arrays.stream(offsets.split(" ")).filter(offset -> !offset.isEmpty()).map(ZoneOffset::of)
                .collect(Collectors.toSet());

        assertEquals(expected, SOUGHT.canBeCreatedAt(Timestamps.parse(stored), known));
    }
}
