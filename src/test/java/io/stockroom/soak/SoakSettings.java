package io.stockroom.soak;

import io.stockroom.runtime.Artifact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The extent of a soak test.
 *
 * @param duration  of all phases together, without the time in which each comes to its end
 * @param behaviors that are tested, each in a phase of its own
 * @param instances of the function
 * @param callers   that send requests concurrently
 * @param seed      of everything random
 */
record SoakSettings(Duration duration, List<Behavior> behaviors, int instances, int callers, long seed) {

    static SoakSettings fromSystem() {
        long seed = Long.parseLong(property("soak.seed", String.valueOf(System.nanoTime() & 0xffff)));
        return new SoakSettings(Duration.parse(property("soak.duration", "PT60S")),
                behaviors(property("soak.behaviors", ""), Integer.parseInt(property("soak.phases", "0")), seed),
                Artifact.packaged().isNative() ? 8 : 3, 24, seed);
    }

    /** Returns the behaviors with these names; without names all of them, or so many at random. */
    static List<Behavior> behaviors(String names, int count, long seed) {
        if (!names.isBlank()) {
            return Stream.of(names.split(",")).map(Behavior::valueOf).toList();
        }
        List<Behavior> all = new ArrayList<>(List.of(Behavior.values()));
        if (count > 0) {
            Collections.shuffle(all, new Random(seed));
        }
        return List.copyOf(all.subList(0, count > 0 ? Math.min(count, all.size()) : all.size()));
    }

    /** Returns how long requests are disturbed in each phase. */
    Duration phase() {
        return duration.dividedBy(behaviors.size());
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
