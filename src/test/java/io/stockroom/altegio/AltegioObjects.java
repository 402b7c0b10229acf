package io.stockroom.altegio;

import java.util.Map;

/** Creates rows as Altegio sends them, for tests of other packages. */
public final class AltegioObjects {

    private AltegioObjects() {
    }

    public static AltegioObject of(Map<String, ?> fields) {
        return AltegioObject.of(fields).orElseThrow();
    }
}
