package io.stockroom.altegio;

import java.util.Map;

/** Rows as Altegio would have sent them, for tests of what is made of them. */
public final class Rows {

    private Rows() {
    }

    public static Row of(Map<String, ?> members) {
        return Row.of(members).orElseThrow();
    }
}
