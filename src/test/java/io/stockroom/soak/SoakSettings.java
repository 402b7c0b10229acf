package io.stockroom.soak;

import io.stockroom.runtime.Artifact;
import java.time.Duration;

/**
 * The extent of a soak test.
 *
 * @param duration  of all phases together, without the time in which each comes to its end
 * @param phases    how many of the behaviors are tested, each in a phase of its own
 * @param instances of the function
 * @param callers   that send requests concurrently
 * @param seed      of everything random
 */
record SoakSettings(Duration duration, int phases, int instances, int callers, long seed) {

    static SoakSettings fromSystem() {
        return new SoakSettings(Duration.parse(property("soak.duration", "PT60S")),
                Integer.parseInt(property("soak.phases", String.valueOf(Behavior.values().length))), Artifact.packaged().isNative() ? 8 : 3,
                24,
                Long.parseLong(property("soak.seed", String.valueOf(System.nanoTime() & 0xffff))));
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
