package io.stockroom.soak;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The operations of a phase, by number. Each equals those of some other keys, so that only comments distinguish their documents. */
record Operations(Behavior behavior) {

    private static final int GOODS = 3;
    private static final int UNKNOWN_GOOD = 999_999;
    private static final String PREFIX = "soak-";

    static String key(int number) {
        return PREFIX + number;
    }

    static int number(String key) {
        return Integer.parseInt(key.substring(PREFIX.length()));
    }

    /** Returns whether Altegio accepts the operation. */
    boolean isValid(int number) {
        return (number + 1) % behavior.validOperationsPerInvalid() != 0;
    }

    String json(int number) {
        String lines = IntStream.range(0, behavior.lines).mapToObj(line -> "{\"good_id\": " + good(number, line)
                + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0, \"operation_unit_type\": 1}").collect(Collectors.joining(","));
        String created = Instant.parse("2026-11-20T08:00:00Z").plusSeconds(number / 4 * 61L).toString();
        return "{\"type_id\": 1, \"create_date\": \"" + created + "\", \"storage_id\": 101, \"master_id\": 201, \"comment\": \"Soak "
                + "\ud83d\ude00 " + key(number) + "\", \"goods_transactions\": [" + lines + "]}";
    }

    /** Of an operation that is not valid, the last good is unknown: Altegio may book the lines before. */
    private int good(int number, int line) {
        return isValid(number) || line < behavior.lines - 1 ? 3001 + (number + line) % GOODS : UNKNOWN_GOOD;
    }
}
